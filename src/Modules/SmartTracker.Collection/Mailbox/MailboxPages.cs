using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Import;
using SmartTracker.Collection.Profiles;
using SmartTracker.Collection.Views.Mailbox;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Mailbox;

/// <summary>Settings, rules and messages of the mailbox.</summary>
public sealed class MailboxPages(
    MailboxStore store, MailboxSecrets secrets, MailboxWords words, ImportProfileStore profiles, IPrinterDirectory printers, ITenantDatabase database, IStringLocalizer<Texts> t)
{
    private const int Shown = 100;
    private const int LongestText = 200;
    private const int KeyLength = 64;

    public async Task<MailboxPage> GetAsync(MailboxForm? form, IReadOnlyList<string> problems, CancellationToken cancellationToken)
    {
        var mailbox = await store.FindAsync(cancellationToken);
        var known = await profiles.ListAsync(cancellationToken);
        var fleet = await printers.ListAsync(cancellationToken);
        return new MailboxPage
        {
            Form = form ?? FormOf(mailbox),
            Problems = problems,
            HasPassword = mailbox?.ProtectedPassword is not null,
            IsSet = mailbox is not null,
            ReadAt = mailbox?.ReadAt,
            LastProblem = MailboxProblem.FromJson(mailbox?.Problem) is { } problem ? words.Describe(problem) : null,
            Profiles = known,
            Printers = [.. fleet.Where(printer => printer.SerialNumber is not null && !printer.IsArchived)],
            Rules =
            [
                .. (await store.RulesAsync(cancellationToken)).Select(rule => new MailboxRuleLine(
                    rule.Id, rule.Sender, rule.Subject, known.Find(profile => profile.Id == rule.ProfileId)?.Name ?? "?", fleet.FirstOrDefault(printer => printer.Id == rule.PrinterId)?.Name)),
            ],
            Messages =
            [
                .. (await store.MessagesAsync(Shown, cancellationToken)).Select(message => new MailboxMessageLine(
                    message.Sender, message.Subject, message.ReadAt, MailboxWords.Mark(message.Outcome), words.Word(message.Outcome),
                    MailboxProblem.FromJson(message.Detail) is { } detail ? words.Describe(detail) : null, message.ImportId?.Value)),
            ],
        };
    }

    /// <returns>What is wrong; empty after it was saved.</returns>
    public async Task<IReadOnlyList<string>> SaveAsync(MailboxForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var before = await store.FindAsync(cancellationToken);
        var mailbox = new MailboxRow
        {
            IsEnabled = form.IsEnabled,
            Host = form.Host?.Trim() ?? "",
            Port = form.Port,
            StartsPlain = form.StartsPlain,
            UserName = form.UserName?.Trim() ?? "",
            PinnedKey = ProfileForm.Text(form.PinnedKey)?.Replace(":", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(),
            Folder = ProfileForm.Text(form.Folder) ?? "INBOX",
            ReadAt = before?.ReadAt,
        };
        var problems = Check(mailbox).ToList();
        // What it is bound to may have changed; then it must be entered anew.
        var password = ProfileForm.Text(form.Password) ?? (before is not null && IsSamePlace(before, mailbox) ? secrets.Reveal(before) : null);
        if (password is null)
            problems.Add(t["Enter the password. It goes when server, user or key change."]);
        if (problems.Count > 0)
            return problems;

        mailbox.ProtectedPassword = secrets.Protect(mailbox, password!);
        await using var transaction = await database.BeginAsync(cancellationToken);
        await store.SaveAsync(mailbox, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return [];
    }

    /// <returns>What is wrong, or null after it was added.</returns>
    public async Task<string?> AddRuleAsync(MailboxRuleForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var (sender, subject) = (ProfileForm.Text(form.Sender) ?? "", ProfileForm.Text(form.Subject) ?? "");
        if (sender.Length + subject.Length == 0 || sender.Length > LongestText || subject.Length > LongestText)
            return t["Give a part of the sender or of the subject, of up to {0} characters.", LongestText];
        if (await profiles.FindAsync(new ImportProfileId(form.Profile), cancellationToken) is not { } profile)
            return t["Choose a profile."];
        PrinterId? printer = form.Printer is { } chosen ? new PrinterId(chosen) : null;
        if (printer is null && !ProfileDefinition.FromJson(profile.Definition).Columns.Any(column => column.Field == ImportField.PrinterSerial))
            return t["Choose the printer: the profile has no column with its serial number."];
        if (printer is { } id && await printers.FindAsync(id, cancellationToken) is null)
            return t["Choose a printer."];
        await using var transaction = await database.BeginAsync(cancellationToken);
        await store.AddRuleAsync(new MailboxRuleRow { Id = Guid.CreateVersion7(), Sender = sender, Subject = subject, ProfileId = profile.Id, PrinterId = printer }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    public async Task<bool> RemoveRuleAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (!await store.RemoveRuleAsync(id, cancellationToken))
            return false;
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>What was set aside or failed is looked at again with the next visit.</summary>
    public async Task<int> ForgetUnreadAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        var forgotten = await store.ForgetUnreadAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return forgotten;
    }

    private IEnumerable<string> Check(MailboxRow mailbox)
    {
        if (Uri.CheckHostName(mailbox.Host) == UriHostNameType.Unknown || mailbox.Host.Length > LongestText)
            yield return t["Enter the mail server’s name, such as imap.example.com."];
        if (mailbox.Port is < 1 or > 65535)
            yield return t["The port lies between 1 and 65535; usual is 993."];
        if (mailbox.UserName.Length is 0 or > LongestText || mailbox.UserName.Any(char.IsControl))
            yield return t["Enter the user name of the mailbox."];
        if (mailbox.Folder.Length > LongestText || mailbox.Folder.Any(char.IsControl))
            yield return t["Enter the folder, such as INBOX."];
        if (mailbox.PinnedKey is { } key && (key.Length != KeyLength || !key.All(char.IsAsciiHexDigit)))
            yield return t["A fingerprint has {0} digits from 0 to F.", KeyLength];
    }

    private static bool IsSamePlace(MailboxRow left, MailboxRow right) =>
        (left.Host, left.Port, left.UserName, left.PinnedKey) == (right.Host, right.Port, right.UserName, right.PinnedKey);

    private static MailboxForm FormOf(MailboxRow? mailbox) => mailbox is null ? new MailboxForm { IsEnabled = true } : new MailboxForm
    {
        IsEnabled = mailbox.IsEnabled,
        Host = mailbox.Host,
        Port = mailbox.Port,
        StartsPlain = mailbox.StartsPlain,
        UserName = mailbox.UserName,
        PinnedKey = mailbox.PinnedKey,
        Folder = mailbox.Folder,
    };
}
