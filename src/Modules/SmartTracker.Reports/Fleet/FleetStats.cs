using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Reports.Domain;
using SmartTracker.Reports.Overview;

namespace SmartTracker.Reports.Fleet;

/// <summary>The key figures of all customers together. Costs are left out: each customer counts in a currency of its own.</summary>
public sealed class FleetStats(UsageStats stats, Formats formats, IStringLocalizer<Texts> texts)
{
    public IReadOnlyList<Stat> Of(IReadOnlyList<Customer> customers, SameDays same)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var read = customers.Select(customer => customer.Usage).OfType<CustomerUsage>().ToList();
        var now = Sum(read.Select(usage => usage.Current));
        var before = Sum(read.Select(usage => usage.Before));
        var unread = customers.Count - read.Count;
        var troubled = read.Sum(usage => usage.Troubled);
        return
        [
            new(texts["Customers"], formats.Count(customers.Count), "", "", unread == 0 ? texts["all read"] : texts["{0} not read", formats.Count(unread)]),
            new(texts["Printers"], formats.Count(read.Sum(usage => usage.Printers ?? 0)), "", "", troubled == 0 ? texts["all read"] : texts["{0} not read", formats.Count(troubled)]),
            stats.Area(now, before, same),
            stats.Jobs(now, before, same, null),
            stats.Unrated(now, null),
        ];
    }

    private static Usage Sum(IEnumerable<Usage?> usages)
    {
        var known = usages.OfType<Usage>().ToList();
        var jobs = known.Sum(usage => usage.Jobs);
        return new Usage(jobs, known.Sum(usage => usage.Unrated), null, SumOf(known, usage => usage.MediaMm2), SumOf(known, usage => usage.InkNl));
    }

    // Null only where nobody reported anything.
    private static long? SumOf(List<Usage> usages, Func<Usage, long?> figure) =>
        usages.Count > 0 && usages.All(usage => figure(usage) is null) ? null : usages.Sum(figure);
}
