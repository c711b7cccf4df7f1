using NodaTime;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Checklists;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Domain.Checklist;

namespace SmartTracker.Printers.Views.Printers;

/// <summary>The list of printers.</summary>
/// <param name="All">Active ones, whatever the filter.</param>
/// <param name="CountByReadiness">Over all that fit the search, whichever is shown.</param>
/// <param name="Month">The month that is counted, or null where nobody counts jobs.</param>
public sealed record PrinterList(
    IReadOnlyList<PrinterRow> Rows, int All, PrinterFilter Filter, IReadOnlyDictionary<Readiness, int> CountByReadiness, IReadOnlyList<string> Protocols,
    YearMonth? Month, bool MayEdit)
{
    public int Found => CountByReadiness.Values.Sum();

    public int Ready => CountByReadiness.GetValueOrDefault(Readiness.Ready);

    /// <summary>How many were removed and can be brought back.</summary>
    public int Archived { get; init; }

    public IReadOnlyList<Site> Sites { get; init; } = [];

    public IReadOnlyList<string> Groups { get; init; } = [];

    public required Pager Pager { get; init; }

    public bool AnySite => Rows.Any(row => row.Site is not null);
}

/// <summary>Whether jobs can be collected from a printer, from good to unknown.</summary>
public enum Readiness
{
    Ready,

    /// <summary>A person has to decide first.</summary>
    Stopped,

    /// <summary>The last contact failed.</summary>
    Silent,

    /// <summary>There was no contact yet.</summary>
    Unknown,
}

/// <param name="Ago">Since the last contact, in words; null before the first.</param>
/// <param name="Activity">Null where nobody counts jobs, or where there was none this month.</param>
public sealed record PrinterRow(
    PrinterId Id, string Name, string? Model, string? SerialNumber, string Host, string Protocol, PrinterState State, string? Problem,
    Instant? LastContactAt, string? Ago, PrinterActivity? Activity)
{
    public string? Site { get; init; }

    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Null where there is nothing to check.</summary>
    public PrinterChecklistCell? Checklist { get; init; }

    public bool IsNetworked => Protocol != Printer.Manual;
}

/// <summary>A printer's checklist in one cell: its worst point in words and a dot for each.</summary>
public sealed record PrinterChecklistCell(string Mark, string Words, string Tally, IReadOnlyList<string> Dots, int Rank)
{
    public static PrinterChecklistCell Of(ReadinessChecklist checklist, ReadinessTexts words)
    {
        ArgumentNullException.ThrowIfNull(checklist);
        ArgumentNullException.ThrowIfNull(words);
        return new PrinterChecklistCell(
            ReadinessTexts.Mark(checklist.Verdict),
            checklist is { Verdict: not ReadinessResult.Passed, Worst: { } worst } ? words.Short(worst) : words.Word(ReadinessResult.Passed),
            words.Tally(checklist),
            [.. checklist.Findings.Select(finding => ReadinessTexts.Mark(finding.Result))],
            // Worst first.
            checklist.Verdict switch { ReadinessResult.Failed => 0, ReadinessResult.Advice => 1, ReadinessResult.Open => 2, _ => 3 });
    }
}

/// <summary>A mark of the design system (ok, warn, bad, off) and its word.</summary>
public sealed record PrinterState(Readiness Readiness, string Word)
{
    public string Mark => Readiness switch
    {
        Readiness.Ready => "ok",
        Readiness.Stopped => "bad",
        Readiness.Silent => "warn",
        _ => "off",
    };
}

/// <summary>A heading that orders the list.</summary>
/// <param name="Sorted"><c>ascending</c>, <c>descending</c>, or null.</param>
public sealed record ColumnHeading(string Text, string Query, string? Sorted, string? Css);
