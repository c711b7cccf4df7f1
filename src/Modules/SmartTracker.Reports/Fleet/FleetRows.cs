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
    /// <param name="invoices">The latest of each customer; null where they are not to be shown.</param>
    public FleetRow Make(Customer customer, IReadOnlyDictionary<string, InvoiceContent>? invoices)
    {
        ArgumentNullException.ThrowIfNull(customer);
        var tenant = customer.Tenant;
        var usage = customer.Usage;
        return new FleetRow(
            tenant.SiteName,
            tenant.UrlHost.Contains('*', StringComparison.Ordinal) ? null : $"{Address(tenant).TrimEnd('/')}/admin",
            tenant.UrlHost.Length == 0 ? Address(tenant) : Address(tenant).Trim('/'),
            State(customer),
            AttentionOf(customer),
            Cell(usage, usage?.Printers, count => formats.Count(count)),
            Cell(usage, usage?.Current?.Jobs, count => formats.Count(count)),
            usage?.Current is { MediaMm2: null } ? Missing("none reported") : Cell(usage, usage?.Current?.MediaMm2, area => formats.Area(new Area(area))),
            Cell(usage, usage?.Current?.Unrated, count => formats.Count(count)),
            LastContact(usage),
            invoices is null ? null : LastInvoice(invoices.GetValueOrDefault(tenant.Name)));
    }

    // A tenant may have several hosts; a link needs one.
    private static string Address(TenantOverview tenant) =>
        tenant.UrlHost.Length == 0 ? "/" + tenant.UrlPrefix : $"//{tenant.UrlHost.Split(',')[0].Trim()}/{tenant.UrlPrefix}";

    private Mark State(Customer customer) => customer.Tenant.State switch
    {
        _ when customer.Failed => new("bad", texts["Did not answer"]),
        TenantState.Running => new("ok", texts["Running"]),
        TenantState.Disabled => new("off", texts["Switched off"]),
        TenantState.Initializing => new("info", texts["Being set up"]),
        _ => new("off", texts["Not set up"]),
    };

    private Mark AttentionOf(Customer customer) => customer switch
    {
        { Failed: true } => new("bad", texts["The log has the reason"]),
        { Usage: null } => new("off", texts["not read"]),
        { Usage.Troubled: > 0, Usage.Current.Unrated: > 0 } => new("warn", texts["printers and prices"]),
        { Usage.Troubled: 1 } => new("warn", texts["1 printer not read"]),
        { Usage.Troubled: > 1 } => new("warn", texts["{0} printers not read", formats.Count(customer.Usage.Troubled)]),
        { Usage.Current.Unrated: > 0 } => new("warn", texts["jobs without a price"]),
        _ => new("ok", texts["Clear"]),
    };

    private FleetCell LastContact(CustomerUsage? usage) => usage?.LastContactAt is { } last
        ? new FleetCell(formats.DateTime(last))
        : Missing(usage is null ? "not read" : "never");

    private FleetCell LastInvoice(InvoiceContent? invoice) => invoice is null
        ? Missing("none yet")
        : new FleetCell(texts["{0}, {1} gross", invoice.Number, formats.Money(invoice.Gross)], Path: $"~/admin/invoices/{invoice.Id}");

    private FleetCell Cell<T>(CustomerUsage? usage, T? value, Func<T, string> format)
        where T : struct => value is { } known ? new FleetCell(format(known)) : Missing(usage is null ? "not read" : "not used");

    private FleetCell Missing(string word) => new(texts[word], IsMissing: true);
}
