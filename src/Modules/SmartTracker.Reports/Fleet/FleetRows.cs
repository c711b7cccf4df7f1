using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Reports.Views.Overview;

namespace SmartTracker.Reports.Fleet;

/// <summary>Words one customer's line of the fleet.</summary>
public sealed class FleetRows(Formats formats, IStringLocalizer<Texts> texts)
{
    /// <param name="lastMonth">The short name of the month before.</param>
    /// <param name="invoices">The latest of each customer; null where they are not to be shown.</param>
    public FleetRow Make(
        Customer customer, IEnumerable<FleetColumn> columns, string lastMonth, IReadOnlyDictionary<string, InvoiceContent>? invoices)
    {
        ArgumentNullException.ThrowIfNull(customer);
        var tenant = customer.Tenant;
        return new FleetRow(
            tenant.SiteName,
            tenant.UrlHost.Contains('*', StringComparison.Ordinal) ? null : $"{Address(tenant).TrimEnd('/')}/admin",
            tenant.UrlHost.Length == 0 ? Address(tenant) : Address(tenant).Trim('/'),
            [.. columns.Skip(1).Select(column => Cell(column, customer, lastMonth, invoices))]);
    }

    private FleetCell Cell(FleetColumn column, Customer customer, string lastMonth, IReadOnlyDictionary<string, InvoiceContent>? invoices)
    {
        var usage = customer.Usage;
        return column switch
        {
            FleetColumn.State => State(customer),
            FleetColumn.Attention => Attention(customer),
            FleetColumn.Printers => Figure(usage, usage?.Printers, count => formats.Count(count)) with { Sub = Troubled(usage) },
            FleetColumn.Jobs => Figure(usage, usage?.Current?.Jobs, count => formats.Count(count))
                with
            { Sub = usage?.LastMonth is { } last ? texts["{0}: {1}", lastMonth, formats.Count(last.Jobs)].Value : null },
            FleetColumn.Area => Area(usage)
                with
            { Sub = usage?.LastMonth?.MediaMm2 is { } last ? texts["{0}: {1}", lastMonth, formats.Area(new Area(last))].Value : null },
            FleetColumn.Open => Open(usage, customer.Tenant.Name),
            FleetColumn.Contact => LastContact(usage),
            FleetColumn.Invoice => LastInvoice(invoices!.GetValueOrDefault(customer.Tenant.Name)),
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, null),
        };
    }

    // A tenant may have several hosts; a link needs one.
    private static string Address(TenantOverview tenant) =>
        tenant.UrlHost.Length == 0 ? "/" + tenant.UrlPrefix : $"//{tenant.UrlHost.Split(',')[0].Trim()}/{tenant.UrlPrefix}";

    private FleetCell State(Customer customer) => customer.Tenant.State switch
    {
        _ when customer.Failed => Marked("bad", texts["Did not answer"]),
        TenantState.Running => Marked("ok", texts["Running"]),
        TenantState.Disabled => Marked("off", texts["Switched off"]),
        TenantState.Initializing => Marked("info", texts["Being set up"]),
        _ => Marked("off", texts["Not set up"]),
    };

    private FleetCell Attention(Customer customer) => customer switch
    {
        { Failed: true } => Marked("bad", texts["The log has the reason"]),
        { Usage: null } => Marked("off", texts["not read"]),
        { Usage.Troubled: > 0, Usage.Current.Unrated: > 0 } => Marked("warn", texts["printers and prices"]),
        { Usage.Troubled: > 0 } => Marked("warn", texts["silent printers"]),
        { Usage.Current.Unrated: 1 } => Marked("warn", texts["1 job without a price"]),
        { Usage.Current.Unrated: > 1 } => Marked("warn", texts["{0} jobs without a price", formats.Count(customer.Usage.Current.Unrated.Value)]),
        { Usage.Open.Count: > 0 } => Marked("info", texts["to be billed"]),
        _ => Marked("ok", texts["Clear"]),
    };

    private string? Troubled(CustomerUsage? usage) => usage switch
    {
        { Troubled: 1 } => texts["1 printer not read"].Value,
        { Troubled: > 1 } => texts["{0} printers not read", formats.Count(usage.Troubled)],
        _ => null,
    };

    private FleetCell Area(CustomerUsage? usage) => usage?.Current is { MediaMm2: null }
        ? Missing("none reported")
        : Figure(usage, usage?.Current?.MediaMm2, area => formats.Area(new Area(area)));

    private FleetCell Open(CustomerUsage? usage, string tenant) => usage?.Open switch
    {
        null => Missing(usage is null ? "not read" : "not used"),
        [] => new FleetCell(texts["none"]),
        [var one] => new FleetCell(formats.Month(one.Month), Path: Close(tenant, one), Sub: Jobs(one.Jobs)),
        var several => new FleetCell(
            texts["{0} months", formats.Count(several.Count)], Path: Close(tenant, several[0]), Sub: Jobs(several.Sum(month => month.Jobs))),
    };

    private string Jobs(int count) => count == 1 ? texts["1 job"] : texts["{0} jobs", formats.Count(count)];

    private static string Close(string tenant, OpenMonth open) =>
        $"~/admin/invoices/close?tenant={Uri.EscapeDataString(tenant)}&period={NodaTime.Text.YearMonthPattern.Iso.Format(open.Month)}";

    private FleetCell LastContact(CustomerUsage? usage) => usage?.LastContactAt is { } last
        ? new FleetCell(formats.DateTime(last))
        : Missing(usage is null ? "not read" : "never");

    private FleetCell LastInvoice(InvoiceContent? invoice) => invoice is null
        ? Missing("none yet")
        : new FleetCell(invoice.Number, Path: $"~/admin/invoices/{invoice.Id}", Sub: texts["{0} gross", formats.Money(invoice.Gross)]);

    private FleetCell Figure<T>(CustomerUsage? usage, T? value, Func<T, string> format)
        where T : struct => value is { } known ? new FleetCell(format(known)) : Missing(usage is null ? "not read" : "not used");

    private FleetCell Missing(string word) => new(texts[word], IsMissing: true);

    private static FleetCell Marked(string mark, string word) => new(word, Mark: mark);
}
