using System.Globalization;
using MimeKit;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Profiles;

namespace SmartTracker.Collection.Mailbox;

/// <summary>Takes in the files that are attached to one message. Doing it twice adds nothing, because the importer knows rows again.</summary>
public sealed class MessageImport(ImportProfileStore profiles, ProfileImporter importer, ImportReports reports, ProfileWords words)
{
    private const int MostFiles = 20;
    private const int LongestText = 300;

    public async Task<MailboxMessageRow> ImportAsync(MailboxMessageRow row, MimeMessage message, IEnumerable<MailboxRuleRow> rules, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(message);
        var files = Files(message);
        if (MailboxRules.Find(rules, row.Sender, row.Subject) is not { } rule || await profiles.FindAsync(rule.ProfileId, cancellationToken) is not { } profile)
            return Outcome(row, MessageOutcome.SetAside, new MailboxProblem(MailboxProblemCode.NoRule));
        if (files.Count == 0)
            return Outcome(row, MessageOutcome.SetAside, new MailboxProblem(MailboxProblemCode.NoFile));

        MailboxProblem? unread = null;
        var rejected = 0L;
        foreach (var file in files)
        {
            using var content = new MemoryStream();
            await file.Content!.DecodeToAsync(content, cancellationToken);
            var name = file.FileName ?? "attachment";
            var import = content.Length > FileTables.LargestFile
                ? new ProfileImport { Defect = FileDefect.TooLarge }
                : await importer.ImportAsync(profile, rule.PrinterId, name, content.ToArray(), row.Sender, cancellationToken);
            if (import.Result is { } result)
            {
                reports.Add(import);
                (row.ImportId, rejected) = (result.Record.Id, rejected + result.Record.Rejected);
            }
            else
            {
                unread ??= new MailboxProblem(MailboxProblemCode.Unreadable, Short(name), Short(words.Describe(import) ?? ""));
            }
        }

        return row.ImportId is null ? Outcome(row, MessageOutcome.Failed, unread)
            : Outcome(row, MessageOutcome.Imported, unread ?? (rejected > 0 ? new MailboxProblem(MailboxProblemCode.Rejected, rejected.ToString(CultureInfo.InvariantCulture)) : null));
    }

    public static MailboxMessageRow Row(string folder, long validity, long uid, MimeMessage? message) => new()
    {
        Id = Guid.CreateVersion7(),
        Folder = folder,
        Validity = validity,
        Uid = uid,
        MessageId = message?.MessageId is { Length: > 0 and <= LongestText } id ? Known(id) : null,
        Sender = Known(message?.From.Mailboxes.FirstOrDefault()?.Address ?? ""),
        Subject = Known(message?.Subject ?? ""),
    };

    // What a person sends beside the files: signatures and pictures are no accounting.
    private static List<MimePart> Files(MimeMessage message) =>
        [.. message.Attachments.OfType<MimePart>().Where(part => part.Content is not null && !part.ContentType.IsMimeType("image", "*")).Take(MostFiles)];

    private static MailboxMessageRow Outcome(MailboxMessageRow row, MessageOutcome outcome, MailboxProblem? problem)
    {
        (row.Outcome, row.Detail) = (outcome, problem?.ToJson());
        return row;
    }

    private static string Short(string text) => text.Length > LongestText ? text[..LongestText] : text;

    // PostgreSQL takes no NUL in a text.
    private static string Known(string text) => Short(text).Replace('\0', '\uFFFD');
}
