using NodaTime;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Reports.Domain;

namespace SmartTracker.Reports.Tests;

public class UsageTests
{
    [Fact]
    public void Where_no_job_has_a_price_the_cost_is_unknown_and_not_zero()
    {
        Assert.Null(Usage.Of(new RatedTotals(3, 3, 0, 500, 700)).CostMicros);
        Assert.Equal(0, Usage.Of(new RatedTotals(3, 2, 0, 500, 700)).CostMicros);
    }

    [Fact]
    public void Where_jobs_were_finished_and_nothing_was_reported_it_is_unknown_and_not_zero()
    {
        var usage = Usage.Of(new RatedTotals(3, 0, 1_000_000, 0, 0));
        Assert.Null(usage.MediaMm2);
        Assert.Null(usage.InkNl);
    }

    [Fact]
    public void A_month_without_jobs_used_nothing() =>
        Assert.Equal(new Usage(0, 0, 0, 0, 0), Usage.Of(new RatedTotals(0, 0, 0, 0, 0)));

    [Fact]
    public void Without_prices_jobs_are_counted_once_finished_and_cost_is_unknown()
    {
        var usage = Usage.Of([Job(PrintJobStatus.Completed, 100, 7), Job(PrintJobStatus.Cancelled, null, null), Job(PrintJobStatus.Pending, 900, 900)]);
        Assert.Equal(new Usage(2, null, null, 100, 7), usage);
    }

    private static PrintJob Job(PrintJobStatus status, long? area, long? ink) => new(
        PrintJobId.New(), PrinterId.New(), "SN1", 1, "1", 1, JobKind.Print, status, null, null, null, null, Instant.FromUtc(2026, 11, 1, 0, 0),
        null, null, null, null, null, null,
        area is { } mm2 ? new Area(mm2) : null,
        ink is { } nl ? new Dictionary<string, InkVolume> { ["K"] = new(nl) } : null);
}
