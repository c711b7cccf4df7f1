using Microsoft.Extensions.Localization;
using SmartTracker.Reports.Views.Overview;

namespace SmartTracker.Reports.Fleet;

/// <summary>The columns of the list of customers, each a way to order it.</summary>
public sealed class FleetHeadings(IStringLocalizer<Texts> texts)
{
    /// <param name="month">The short name of the running month.</param>
    public IReadOnlyList<FleetHeading> Of(FleetOrder order, string? q, string month, bool withBilling)
    {
        ArgumentNullException.ThrowIfNull(order);
        return
        [
            .. Enum.GetValues<FleetColumn>().Where(column => withBilling || column is not (FleetColumn.Open or FleetColumn.Invoice)).Select(column => new FleetHeading(
                column, Text(column, month),
                (string.IsNullOrWhiteSpace(q) ? "" : $"q={Uri.EscapeDataString(q)}&") + "sort=" + order.NextFor(column),
                order.Column != column ? null : order.Descending ? "descending" : "ascending")),
        ];
    }

    public static bool IsFigure(FleetColumn column) => column is FleetColumn.Printers or FleetColumn.Jobs or FleetColumn.Area;

    private string Text(FleetColumn column, string month) => column switch
    {
        FleetColumn.Customer => texts["Customer"],
        FleetColumn.State => texts["State"],
        FleetColumn.Attention => texts["Attention"],
        FleetColumn.Printers => texts["Printers"],
        FleetColumn.Jobs => texts["Jobs in {0}", month],
        FleetColumn.Area => texts["Area in {0}", month],
        FleetColumn.Open => texts["Not billed"],
        FleetColumn.Contact => texts["Last heard from"],
        _ => texts["Last invoice"],
    };
}
