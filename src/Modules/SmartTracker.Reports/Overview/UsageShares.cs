using Microsoft.Extensions.Localization;
using NodaTime;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Reports.Domain;
using SmartTracker.Reports.Views.Overview;

namespace SmartTracker.Reports.Overview;

/// <summary>Who and what used how much: by printer, media and user.</summary>
public sealed class UsageShares(
    UsageReader usage, MenuLinks links, Formats formats, Tenant tenant, IStringLocalizer<Texts> texts, IPrinterDirectory? printers = null)
{
    private const int RowsShown = 8;

    public async Task<SharesPage> GetAsync(string? span, MonthToDate month, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(month);
        var (first, last) = span switch
        {
            "before" => (month.Month.PlusMonths(-1), month.Month.PlusMonths(-1)),
            "year" => (month.Month.PlusMonths(-11), month.Month),
            _ => (month.Month, month.Month),
        };
        var interval = new Interval(first.In(tenant.TimeZone).Start, last.In(tenant.TimeZone).End);
        var jobs = await links.FindAsync("~/admin/print-jobs") is { } list ? $"{list}?{Days(first, last)}" : null;
        var names = printers is null ? [] : (await printers.ListAsync(cancellationToken)).ToDictionary(printer => printer.Id, printer => printer.Name);
        return new SharesPage(
            [
                new(texts["This month"], "", span is not ("before" or "year")),
                new(formats.Month(month.Month.PlusMonths(-1)), "span=before", span == "before"),
                new(texts["Twelve months"], "span=year", span == "year"),
            ],
            usage.Rates,
            [
                Table("printer", texts["By printer"], texts["Printer"], await usage.SharesAsync(UsageBy.Printer, interval, cancellationToken),
                    share => names.GetValueOrDefault(share.PrinterId!.Value, texts["removed printer"]), share => $"{jobs}&printer={share.PrinterId}", jobs is not null),
                Table("media", texts["By media"], texts["Media"], await usage.SharesAsync(UsageBy.Media, interval, cancellationToken),
                    share => share.Name ?? texts["not reported"], share => jobs + Named("media", "Media", share.Name), jobs is not null),
                Table("user", texts["By user"], texts["User"], await usage.SharesAsync(UsageBy.User, interval, cancellationToken),
                    share => share.Name ?? texts["not reported"], share => jobs + Named("user", "User", share.Name), jobs is not null),
            ]);
    }

    private static string Days(YearMonth first, YearMonth last) =>
        first == last ? $"month={Iso(first.OnDayOfMonth(1))[..7]}" : $"from={Iso(first.OnDayOfMonth(1))}&to={Iso(last.ToDateInterval().End)}";

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);

    private static string Named(string filter, string unsaid, string? name) => name is null ? $"&unsaid={unsaid}" : $"&{filter}={Uri.EscapeDataString(name)}";

    private ShareTable Table(
        string id, string heading, string column, IReadOnlyList<PrintJobShare> shares, Func<PrintJobShare, string> name, Func<PrintJobShare, string> path, bool linked)
    {
        var largest = shares.Max(share => share.MediaMm2) ?? 0;
        var rows = shares.Take(RowsShown).Select(share => Row(share, name(share), linked ? path(share) : null, largest)).ToList();
        if (shares.Count > RowsShown)
            rows.Add(Row(Rest([.. shares.Skip(RowsShown)]), texts["{0} more", formats.Count(shares.Count - RowsShown)], null, largest) with { IsRest = true });
        return new ShareTable(id, heading, column, rows);
    }

    private ShareRow Row(PrintJobShare share, string name, string? path, long largest) => new(
        name, path, formats.Count(share.Jobs),
        share.MediaMm2 is { } area ? formats.Area(new Area(area)) : texts["not reported"],
        share.MediaMm2 is { } reach && largest > 0 ? (int)Math.Min(1000, reach * 1000m / largest) : null,
        share switch
        {
            { CostMicros: null } => "",
            { Rated: 0 } => texts["unrated"],
            { CostMicros: { } cost } => formats.Money(Money.FromMicros(cost, tenant.Currency)),
        });

    private static PrintJobShare Rest(IReadOnlyList<PrintJobShare> shares) => new(
        null, null, shares.Sum(share => share.Jobs),
        shares.All(share => share.MediaMm2 is null) ? null : shares.Sum(share => share.MediaMm2),
        shares.Sum(share => share.Rated), shares.Sum(share => share.CostMicros));
}
