using SmartTracker.Abstractions.Presentation;
using SmartTracker.Reports.Charts;
using SmartTracker.Reports.Overview;

namespace SmartTracker.Reports.Views.Overview;

/// <summary>Model of <c>Month.cshtml</c>: the tenant's month. All texts are in the reader's language.</summary>
/// <param name="Verdict">One sentence: is anything to do?</param>
/// <param name="Empty">What to do first, instead of figures and charts, or null.</param>
/// <param name="Action">The first decision, or null.</param>
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
    IReadOnlyList<PageSection> Sections);

public sealed record PageLink(string Text, string Path);

/// <summary>A cell of the title block.</summary>
/// <param name="Detail">A second, quieter line, or null.</param>
public sealed record TitleCell(string Term, string Text, string? Detail = null, string? Path = null);
