using NodaTime;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Collection.Data;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Views.Collections;

/// <summary>The history of collections.</summary>
public sealed record CollectionList(IReadOnlyList<CollectionLine> Lines, int All, bool OnlyProblems, bool MayRun, int EveryMinutes, Pager Pager);

/// <summary>One collection in words.</summary>
/// <param name="PrinterName">Null where the printer was deleted.</param>
public sealed record CollectionLine(
    PrinterId PrinterId, string? PrinterName, Instant StartedAt, Instant? EndedAt, string Mark, string Word, string Sentence, int Remarks);

/// <summary>The collections of one printer, on its page.</summary>
public sealed record PrinterCollections(PrinterId PrinterId, IReadOnlyList<CollectionLine> Lines, IReadOnlyList<CoverageRow> Gaps);

/// <summary>The button "Collect now" on a printer's page.</summary>
public sealed record CollectNow(PrinterId PrinterId);
