using SmartTracker.Abstractions.Presentation;
using SmartTracker.Reports.Charts;
using SmartTracker.Reports.Overview;

namespace SmartTracker.Reports.Views.Overview;

/// <summary>Model of <c>Month.cshtml</c>: the tenant's month. All texts are in the reader's language.</summary>
/// <param name="Verdict">One sentence: is anything to do?</param>
/// <param name="Empty">What to do first, instead of figures and charts, or null.</param>
/// <param name="Action">The first decision, or null.</param>
/// <param name="Shares">Who and what used how much; null where nothing did.</param>
public sealed record MonthPage(
    string Heading,
    string Verdict,
    PageLink? Action,
    IReadOnlyList<TitleCell> Title,
    EmptyState? Empty,
    IReadOnlyList<Stat> Stats,
    MonthChart? Main,
    IReadOnlyList<MonthChart> Others,
    IReadOnlyList<Attention> Attention,
    SharesPage? Shares);

public sealed record PageLink(string Text, string Path);

/// <summary>A cell of the title block.</summary>
/// <param name="Detail">A second, quieter line, or null.</param>
public sealed record TitleCell(string Term, string Text, string? Detail = null, string? Path = null);

/// <summary>Usage told apart by printer, media and user over one span of time.</summary>
public sealed record SharesPage(IReadOnlyList<SpanLink> Spans, bool ShowsCost, IReadOnlyList<ShareTable> Tables);

/// <param name="Query">Of the overview's address.</param>
public sealed record SpanLink(string Text, string Query, bool IsShown);

/// <param name="Id">Unique on the page.</param>
public sealed record ShareTable(string Id, string Heading, string Column, IReadOnlyList<ShareRow> Rows);

/// <param name="Path">The jobs behind it, or null where the reader may not.</param>
/// <param name="PerMille">Of the largest area in the table; null where no area was reported.</param>
public sealed record ShareRow(string Name, string? Path, string Jobs, string Area, int? PerMille, string Cost, bool IsRest = false);
