using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Reports.Domain;
using SmartTracker.Reports.Overview;
using SmartTracker.Reports.Views.Overview;

namespace SmartTracker.Reports.Fleet;

/// <summary>Makes the provider's overview out of the figures of its customers.</summary>
public sealed class FleetPages(
    FleetReader reader, FleetRows rows, FleetStats stats, OtherSections sections, MenuLinks links, Formats formats, Days days, Tenant tenant,
    TimeProvider time, IStringLocalizer<Texts> texts, IIssuedInvoices? issued = null)
{
    public async Task<FleetPage> GetAsync(CancellationToken cancellationToken)
    {
        var customers = await reader.ReadAsync(cancellationToken);
        var invoices = issued is null || await links.FindAsync("~/admin/invoices") is null ? null : await issued.LatestAsync(cancellationToken);
        var now = time.Now();
        var month = MonthToDate.At(now, tenant.TimeZone);
        var create = await links.FindAsync("~/admin/tenants", "~/admin/tenants/new");
        return new FleetPage(
            texts["All customers, {0} so far", formats.Month(month.Month)],
            Verdict(customers),
            create is null ? null : new PageLink(texts["New tenant"], create),
            [
                new(texts["Period"], days.Period(month), texts["by each customer’s own clock"]),
                new(texts["As of"], formats.DateTime(now)),
                new(texts["Time zone"], tenant.TimeZone.Id),
            ],
            customers.Count > 0 ? null : new EmptyState(texts["No tenants yet"], texts["Create the first customer from a recipe. Its printers, jobs and bills appear here."], create is null ? null : texts["New tenant"].Value, create),
            customers.Count == 0 ? [] : stats.Of(customers, month.Before),
            days.ShortMonth(month.Month),
            [.. customers.Select(customer => rows.Make(customer, invoices))],
            await sections.GetAsync(cancellationToken));
    }

    private string Verdict(IReadOnlyList<Customer> customers)
    {
        if (customers.Count == 0)
            return texts["Nobody to collect from yet."];

        var failed = customers.Count(customer => customer.Failed);
        var open = customers.Count(customer => customer.Usage is { Troubled: > 0 } or { Current.Unrated: > 0 });
        if (failed == 1)
            return texts["One customer could not be read; the log has the reason."];
        if (failed > 1)
            return texts["{0} of {1} customers could not be read; the log has the reason.", formats.Count(failed), formats.Count(customers.Count)];
        return open switch
        {
            0 => texts["Nothing needs attention at any customer."],
            1 => texts["One customer has a printer or a price that needs attention."],
            _ => texts["{0} of {1} customers have a printer or a price that needs attention.", formats.Count(open), formats.Count(customers.Count)],
        };
    }
}
