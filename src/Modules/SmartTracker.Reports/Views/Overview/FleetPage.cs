using SmartTracker.Abstractions.Presentation;
using SmartTracker.Reports.Fleet;
using SmartTracker.Reports.Overview;

namespace SmartTracker.Reports.Views.Overview;

/// <summary>Model of <c>Fleet.cshtml</c>: the provider's customers. All texts are in the reader's language.</summary>
/// <param name="Empty">What to do first, instead of the table, or null.</param>
/// <param name="Headings">Of the columns that are shown.</param>
/// <param name="NothingFound">What to do where no customer fits the search; null where some do.</param>
public sealed record FleetPage(
    string Heading,
    string Verdict,
    PageLink? Action,
    IReadOnlyList<TitleCell> Title,
    EmptyState? Empty,
    IReadOnlyList<Stat> Stats,
    IReadOnlyList<Attention> Attention,
    string? Q,
    string? Sort,
    IReadOnlyList<FleetHeading> Headings,
    IReadOnlyList<FleetRow> Rows,
    EmptyState? NothingFound,
    Pager Pager);

/// <param name="Query">The address of the list ordered by this column.</param>
/// <param name="Sorted"><c>ascending</c>, <c>descending</c>, or null.</param>
public sealed record FleetHeading(FleetColumn Column, string Text, string Query, string? Sorted);

/// <summary>One customer.</summary>
/// <param name="Path">The customer's own administration, or null where its address is a pattern.</param>
/// <param name="Address">Where the customer signs in, as people write it.</param>
/// <param name="Cells">In the order of the headings, without the customer's own.</param>
public sealed record FleetRow(string Name, string? Path, string Address, IReadOnlyList<FleetCell> Cells);

/// <param name="Mark">Class of the mark before the text: <c>ok</c>, <c>warn</c>, <c>bad</c>, <c>info</c>, <c>off</c>, or null.</param>
/// <param name="IsMissing">The text is the word for what is missing.</param>
/// <param name="Sub">A second, quieter line.</param>
public sealed record FleetCell(string Text, bool IsMissing = false, string? Path = null, string? Mark = null, string? Sub = null);
