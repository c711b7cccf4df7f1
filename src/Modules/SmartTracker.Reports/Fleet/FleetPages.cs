using Microsoft.AspNetCore.Http;
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
    FleetReader reader, FleetRows rows, FleetStats stats, FleetHeadings headings, FleetWords words, IEnumerable<IAttentionSource> others, MenuLinks links,
    Formats formats, Days days, Tenant tenant, TimeProvider time, IHttpContextAccessor accessor, IStringLocalizer<Texts> texts, IIssuedInvoices? issued = null)
{
    private const int PageSize = 50;

    public async Task<FleetPage> GetAsync(OverviewQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var bills = issued is null || await links.FindAsync("~/admin/invoices") is null ? null : issued;
        var invoices = bills is null ? null : await bills.LatestAsync(cancellationToken);
        var customers = await reader.ReadAsync(bills is null ? null : await bills.BilledMonthsAsync(cancellationToken), cancellationToken);
        var now = time.Now();
        var month = MonthToDate.At(now, tenant.TimeZone);
        var order = FleetOrder.Parse(query.Sort);
        var found = order.Apply(customers.Where(customer => Fits(customer, query.Q)), customer => invoices?.GetValueOrDefault(customer.Tenant.Name)?.Number).ToList();
        var shown = headings.Of(order, query.Q, days.ShortMonth(month.Month), invoices is not null);
        var pages = (found.Count + PageSize - 1) / PageSize;
        var page = Math.Clamp(query.Page, 1, Math.Max(pages, 1));
        var create = await links.FindAsync("~/admin/tenants", "~/admin/tenants/new");
        return new FleetPage(
            texts["All customers, {0} so far", formats.Month(month.Month)],
            words.Verdict(customers),
            create is null ? null : new PageLink(texts["New customer"], create),
            [
                new(texts["Period"], days.Period(month), texts["by each customer’s own clock"]),
                new(texts["As of"], formats.DateTime(now)),
                new(texts["Time zone"], tenant.TimeZone.Id),
            ],
            customers.Count > 0 ? null : words.NoCustomers(create),
            customers.Count == 0 ? [] : stats.Of(customers, month.Before),
            await AttentionAsync(cancellationToken),
            query.Q,
            query.Sort,
            shown,
            [.. found.Skip((page - 1) * PageSize).Take(PageSize)
                .Select(customer => rows.Make(customer, shown.Select(heading => heading.Column), days.ShortMonth(month.Month.PlusMonths(-1)), invoices))],
            found.Count > 0 || customers.Count == 0 ? null : words.NothingFound(),
            Pager.For(accessor.HttpContext!.Request, page, pages));
    }

    private static bool Fits(Customer customer, string? q) => (q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
        new[] { customer.Tenant.SiteName, customer.Tenant.Name, customer.Tenant.UrlPrefix, customer.Tenant.UrlHost }
            .Any(text => text.Contains(word, StringComparison.CurrentCultureIgnoreCase)));

    private async Task<IReadOnlyList<Attention>> AttentionAsync(CancellationToken cancellationToken)
    {
        var found = new List<Attention>();
        foreach (var other in others)
            found.AddRange(await other.GetAsync(cancellationToken));
        return found;
    }
}
