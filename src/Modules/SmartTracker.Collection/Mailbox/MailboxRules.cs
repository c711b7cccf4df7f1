using SmartTracker.Collection.Data;

namespace SmartTracker.Collection.Mailbox;

/// <summary>By which profile a message is read.</summary>
public static class MailboxRules
{
    /// <summary>The one that asks for most, of equals the oldest; null where none fits.</summary>
    public static MailboxRuleRow? Find(IEnumerable<MailboxRuleRow> rules, string sender, string subject)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return rules.Where(rule => Holds(sender, rule.Sender) && Holds(subject, rule.Subject))
            .OrderByDescending(rule => rule.Sender.Length + rule.Subject.Length).ThenBy(rule => rule.Id).FirstOrDefault();
    }

    private static bool Holds(string text, string part) => part.Length == 0 || text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
