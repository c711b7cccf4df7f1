using NodaTime;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Mailbox;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Views.Mailbox;

/// <summary>The page of the mailbox.</summary>
public sealed record MailboxPage
{
    public required MailboxForm Form { get; init; }

    /// <summary>Why nothing was saved.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    public required bool HasPassword { get; init; }

    public required bool IsSet { get; init; }

    public Instant? ReadAt { get; init; }

    /// <summary>Of the last visit.</summary>
    public string? LastProblem { get; init; }

    public required IReadOnlyList<ImportProfileRow> Profiles { get; init; }

    public required IReadOnlyList<PrinterSummary> Printers { get; init; }

    public required IReadOnlyList<MailboxRuleLine> Rules { get; init; }

    public required IReadOnlyList<MailboxMessageLine> Messages { get; init; }
}

/// <param name="Printer">Null where the files say it.</param>
public sealed record MailboxRuleLine(Guid Id, string Sender, string Subject, string Profile, string? Printer);

public sealed record MailboxMessageLine(string Sender, string Subject, Instant ReadAt, string Mark, string Word, string? Detail, Guid? Import);
