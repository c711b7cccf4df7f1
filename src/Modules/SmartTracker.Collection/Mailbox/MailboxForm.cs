namespace SmartTracker.Collection.Mailbox;

/// <summary>The mailbox as a person fills it in.</summary>
public sealed class MailboxForm
{
    public bool IsEnabled { get; set; }

    public string? Host { get; set; }

    public int Port { get; set; } = 993;

    public bool StartsPlain { get; set; }

    public string? UserName { get; set; }

    /// <summary>Empty leaves the stored one.</summary>
    public string? Password { get; set; }

    public string? PinnedKey { get; set; }

    public string? Folder { get; set; } = "INBOX";
}

/// <summary>A new rule.</summary>
public sealed class MailboxRuleForm
{
    public string? Sender { get; set; }

    public string? Subject { get; set; }

    public Guid Profile { get; set; }

    public Guid? Printer { get; set; }
}
