using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;
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
    public void Without_prices_cost_is_unknown_and_what_nobody_reported_stays_so()
    {
        Assert.Equal(new Usage(2, null, null, 100, 7), Usage.Of(new PrintJobUsage(2, 100, 7)));
        Assert.Equal(new Usage(2, null, null, null, null), Usage.Of(new PrintJobUsage(2, null, null)));
    }
}
