using NodaTime;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Views.Collections;

/// <summary>How completely a month is known, printer by printer.</summary>
/// <param name="Earlier">Of the month before, as it stands in the address.</param>
/// <param name="Later">Null in the running month.</param>
public sealed record CompletenessPage(YearMonth Month, string Earlier, string? Later, IReadOnlyList<PrinterCompleteness> Printers, bool MayDecide);

/// <summary>One printer's counters against its jobs, and its gaps.</summary>
/// <param name="Name">Null on the printer's own page.</param>
/// <param name="Asked">Jobs that a second source lists and about which nobody has decided.</param>
public sealed record PrinterCompleteness(
    PrinterId Id, string? Name, YearMonth Month, IReadOnlyList<CounterLine> Counters, IReadOnlyList<GapLine> Gaps, int Asked, bool MayDecide)
{
    public string MonthInAddress => Jobs.PrintJobFilter.Text(Month);
}

/// <summary>One counter in words.</summary>
/// <param name="Mark">A mark of the design system.</param>
/// <param name="Word">What the comparison comes to.</param>
/// <param name="Remark">What limits it, or null.</param>
public sealed record CounterLine(
    string Counter, string Counted, string Printed, string Internal, string Maintenance, string Unknown, string Mark, string Word, Instant From, Instant To, string? Remark)
{
    /// <summary>What was made of the unknown so far, or null.</summary>
    public string? Settled { get; init; }
}

/// <summary>A stretch in which jobs may have been missed, and what was decided about it.</summary>
/// <param name="Decision">In words; null while it is open.</param>
/// <param name="MayReopen">A person decided, so a person may take it back.</param>
public sealed record GapLine(Guid Id, Instant From, Instant To, string? Decision, bool MayReopen);

/// <summary>The form that settles one stretch.</summary>
public sealed record GapPage(
    Guid Id, PrinterId PrinterId, string Printer, Instant From, Instant To, IReadOnlyList<CounterLine> Counters,
    GapVerdict? Verdict, string Reason, IReadOnlyDictionary<string, string> Faults);
