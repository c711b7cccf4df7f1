using NodaTime;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Views.Collections;

/// <summary>The history of collections.</summary>
public sealed record CollectionList(
    IReadOnlyList<CollectionLine> Lines, int All, CollectionFilter Filter, IReadOnlyList<PrinterSummary> Printers, bool MayRun, int EveryMinutes, Pager Pager);

/// <summary>What the history is narrowed to, as it stands in the address.</summary>
public sealed record CollectionFilter(bool OnlyProblems, Guid? Printer)
{
    public string Query(bool onlyProblems) => string.Join('&', new[] { onlyProblems ? "problems=true" : null, Printer is { } id ? $"printer={id}" : null }.OfType<string>());
}

/// <summary>A collection that somebody started, as it stands now.</summary>
/// <param name="BackPath">App-relative.</param>
/// <param name="Sentence">What is going on, or what came of it.</param>
public sealed record CollectionRunPage(
    Guid Id, string Heading, int Done, int All, bool IsOver, bool BrokeOff, string Sentence, IReadOnlyList<CollectionRunLine> Lines, string BackPath);

/// <param name="Mark">A mark of the design system.</param>
public sealed record CollectionRunLine(string Printer, string Mark, string Sentence);

/// <summary>One collection in words.</summary>
/// <param name="PrinterName">Null where the printer was deleted.</param>
public sealed record CollectionLine(
    PrinterId PrinterId, string? PrinterName, Instant StartedAt, Instant? EndedAt, string Mark, string Word, string Sentence, int Remarks);

/// <summary>The collections of one printer, on its page.</summary>
public sealed record PrinterCollections(PrinterId PrinterId, IReadOnlyList<CollectionLine> Lines);

/// <summary>The button "Collect now" on a printer's page.</summary>
public sealed record CollectNow(PrinterId PrinterId);
