using SmartTracker.Abstractions.Data;
using SmartTracker.TestHost;

namespace SmartTracker.Reports.Tests;

public class CostPageTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Cost_is_compared_with_the_same_days_and_told_exactly_in_the_table(DatabaseEngine engine)
    {
        await using var host = await ReportsHost.StartAsync(engine);
        await host.AddCustomerAsync("nord", Make.Rating, moreSteps: Make.TwoPrinters + "," + Make.TwoEurosPerSquareMetre);
        await host.StoreAsync("nord", Make.Job(11, 2, 9, 612.345m), Make.Job(10, 2, 9, 500), Make.Job(10, 30, 9, 1000));

        var page = await host.OverviewAsync("nord");
        Assert.Contains("""<dt>Cost</dt><dd><span class="figure">1,225<small>EUR</small></span><span class="delta sub"><b>+22.5 %</b>against 1–22 Oct, 17:20</span>""", page, StringComparison.Ordinal);
        Assert.Contains("""November 2026, not over</th><td class="num">€1,224.69</td>""", page, StringComparison.Ordinal);
        Assert.Contains("""October 2026</th><td class="num">€3,000.00</td>""", page, StringComparison.Ordinal);
        Assert.Contains("every job has a price", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jobs_without_a_price_are_counted_named_by_month_and_linked()
    {
        await using var host = await ReportsHost.StartAsync(DatabaseEngine.Sqlite);
        await host.AddCustomerAsync("nord", Make.Rating, moreSteps: Make.TwoPrinters + "," + Make.TwoEurosPerSquareMetre);
        await host.StoreAsync("nord",
            Make.Job(11, 2, 9, 10), Make.Job(11, 3, 9, squareMetres: null), Make.Job(10, 2, 9, squareMetres: null), Make.Job(10, 3, 9, squareMetres: null));

        var page = await host.OverviewAsync("nord");
        Assert.Contains("""<a href="/nord/admin/cost-rules/unrated">3 jobs have no price</a><span class="sub">November 2026: 1, October 2026: 2. Not included in any sum of cost.</span>""", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("have no price").Length);
        Assert.Contains("""<a href="/nord/admin/cost-rules/unrated">Unrated jobs</a></dt><dd><span class="figure">1</span><span class="delta sub">of 2 in all</span>""", page, StringComparison.Ordinal);
        Assert.Contains("""November 2026, not over</th><td class="num">€20.00</td>""", page, StringComparison.Ordinal);
        Assert.Contains("""October 2026</th><td class="num">unrated</td>""", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_provider_sees_whose_jobs_have_no_price()
    {
        await using var host = await ReportsHost.StartAsync(DatabaseEngine.Sqlite);
        await host.AddCustomerAsync("nord", Make.Rating, moreSteps: Make.TwoPrinters);
        await host.StoreAsync("nord", Make.Job(11, 2, 9, 10));

        var page = await host.OverviewAsync("Default");
        Assert.Contains("<span>1 job without a price</span>", page, StringComparison.Ordinal);
    }
}
