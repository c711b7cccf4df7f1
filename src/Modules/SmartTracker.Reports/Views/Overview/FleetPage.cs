using SmartTracker.Abstractions.Presentation;
using SmartTracker.Reports.Overview;

namespace SmartTracker.Reports.Views.Overview;

/// <summary>Model of <c>Fleet.cshtml</c>: the provider's customers. All texts are in the reader's language.</summary>
/// <param name="Empty">What to do first, instead of the table, or null.</param>
/// <param name="Month">Heading of the area column: the month it counts.</param>
public sealed record FleetPage(
    string Heading,
    string Verdict,
    PageLink? Action,
    IReadOnlyList<TitleCell> Title,
    EmptyState? Empty,
    IReadOnlyList<Stat> Stats,
    string Month,
    IReadOnlyList<FleetRow> Rows,
    IReadOnlyList<PageSection> Sections)
{
    public bool ShowsInvoices => Rows.Any(row => row.LastInvoice is not null);
}

/// <param name="Path">The customer's own administration, or null where its address is a pattern.</param>
/// <param name="LastInvoice">Null where the reader may not see invoices, or this tenant issues none.</param>
/// <param name="Address">Where the customer signs in, as people write it.</param>
public sealed record FleetRow(
    string Name,
    string? Path,
    string Address,
    Mark State,
    Mark Attention,
    FleetCell Printers,
    FleetCell Jobs,
    FleetCell Area,
    FleetCell Unrated,
    FleetCell LastContact,
    FleetCell? LastInvoice);

/// <param name="Kind">Class of the mark: <c>ok</c>, <c>warn</c>, <c>bad</c>, <c>info</c> or <c>off</c>.</param>
public sealed record Mark(string Kind, string Word);

/// <param name="IsMissing">The text is the word for what is missing.</param>
public sealed record FleetCell(string Text, bool IsMissing = false, string? Path = null);
