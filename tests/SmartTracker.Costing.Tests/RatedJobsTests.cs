using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Costing.Data;
using SmartTracker.Printers.Abstractions;
using SmartTracker.TestHost;

namespace SmartTracker.Costing.Tests;

public sealed class RatedJobsTests
{
    private static readonly LocalDate January = new(2026, 1, 1);
    private static readonly LocalDate October = new(2026, 10, 1);
    private static readonly Interval Year = new(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2027, 1, 1, 0, 0));

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_job_is_rated_as_it_is_stored(DatabaseEngine engine)
    {
        await using var tenant = await CostingTenant.StartAsync(engine);
        var rule = await tenant.PublishAsync(January, null, new Rate(Measure.MediaArea, 2.40m), new Rate(Measure.Ink, 0.42m));
        var job = Make.Job();

        await tenant.StoreAsync(job);

        var rating = await tenant.RatingAsync(job);
        Assert.Equal((RatedStatus.Rated, 1_932_998L, rule.Id), (rating!.Status, rating.Amount!.Value, rating.RuleId!.Value));
        Assert.Equal(Make.Rated(Make.Prices(new Rate(Measure.MediaArea, 2.40m), new Rate(Measure.Ink, 0.42m)), job).Steps, rating.ReadSteps());
        Assert.Empty(await tenant.VerifyAsync());
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_pending_job_is_not_rated(DatabaseEngine engine)
    {
        await using var tenant = await CostingTenant.StartAsync(engine);
        await tenant.PublishAsync(January, null, new Rate(Measure.Job, 1m));
        var pending = Make.Job(PrintJobStatus.Pending);

        await tenant.StoreAsync(pending);

        Assert.Null(await tenant.RatingAsync(pending));
        Assert.Empty(await tenant.VerifyAsync());
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_later_revision_is_the_current_rating_and_the_earlier_stays_as_history(DatabaseEngine engine)
    {
        await using var tenant = await CostingTenant.StartAsync(engine);
        await tenant.PublishAsync(January, null, new Rate(Measure.Pages, 1m));
        var job = Make.Job(impressions: 1);
        await tenant.StoreAsync(job);
        await tenant.StoreAsync(job with { Revision = 2, Status = PrintJobStatus.Pending });
        Assert.Null(await tenant.RatingAsync(job));

        await tenant.StoreAsync(job with { Revision = 3, Impressions = 3 });
        await tenant.StoreAsync(job with { Revision = 3, Impressions = 3 });

        Assert.Equal((3, 3_000_000L), await tenant.RatingAsync(job) is { } rating ? (rating.Revision, rating.Amount!.Value) : default);
        Assert.Equal([1, 3], await tenant.InAsync(services => services.GetRequiredService<CostingDbContext>().RatedJobs
            .Where(rated => rated.PrintJobId == job.Id).OrderBy(rated => rated.Revision).Select(rated => rated.Revision).ToListAsync()));
        Assert.Equal(1, (await TotalsAsync(tenant)).Jobs);
        Assert.Empty(await tenant.VerifyAsync());
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Without_a_rule_a_job_is_unrated_until_one_is_published(DatabaseEngine engine)
    {
        await using var tenant = await CostingTenant.StartAsync(engine);
        var job = Make.Job();
        await tenant.StoreAsync(job);
        Assert.Equal([new MissingInput(MissingFigure.PriceList)], (await tenant.RatingAsync(job))!.ReadMissing());
        Assert.Empty(await tenant.VerifyAsync());

        var published = await tenant.PublishAsync(January, null, new Rate(Measure.Pages, 1m));

        Assert.Equal(1, published.RatedAgain);
        Assert.Equal(1_000_000, (await tenant.RatingAsync(job))!.Amount);
        Assert.Empty(await tenant.VerifyAsync());
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_rule_of_the_day_in_the_tenants_zone_counts(DatabaseEngine engine)
    {
        await using var tenant = await CostingTenant.StartAsync(engine);
        await tenant.PublishAsync(January, null, new Rate(Measure.Pages, 1m));
        await tenant.PublishAsync(October, null, new Rate(Measure.Pages, 2m));

        // Berlin is at UTC+2: 1 October begins at 22:00 UTC.
        var september = Make.Job() with { AccountedAt = Instant.FromUtc(2026, 9, 30, 21, 59, 59) };
        var october = Make.Job() with { AccountedAt = Instant.FromUtc(2026, 9, 30, 22, 0) };
        await tenant.StoreAsync(september, october);

        Assert.Equal(1_000_000, (await tenant.RatingAsync(september))!.Amount);
        Assert.Equal(2_000_000, (await tenant.RatingAsync(october))!.Amount);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Publishing_rates_only_the_jobs_again_that_it_is_in_force_for(DatabaseEngine engine)
    {
        await using var tenant = await CostingTenant.StartAsync(engine);
        await tenant.PublishAsync(January, null, new Rate(Measure.Pages, 1m));
        var own = Make.Job();
        var other = Make.Job() with { PrinterId = PrinterId.New() };
        var early = Make.Job() with { AccountedAt = Instant.FromUtc(2026, 3, 1, 12, 0) };
        await tenant.StoreAsync(own, other, early);

        var published = await tenant.PublishAsync(October, Make.Printer, new Rate(Measure.Pages, 5m));

        Assert.Equal((1, 1), (published.Version, published.RatedAgain));
        Assert.Equal([5_000_000L, 1_000_000L, 1_000_000L], [(await tenant.RatingAsync(own))!.Amount, (await tenant.RatingAsync(other))!.Amount, (await tenant.RatingAsync(early))!.Amount]);

        var corrected = await tenant.PublishAsync(January, null, new Rate(Measure.Pages, 3m));
        Assert.Equal((2, 2), (corrected.Version, corrected.RatedAgain));
        Assert.Equal(5_000_000, (await tenant.RatingAsync(own))!.Amount);
        Assert.Empty(await tenant.VerifyAsync());
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_published_rule_cannot_change_even_behind_the_programs_back(DatabaseEngine engine)
    {
        await using var tenant = await CostingTenant.StartAsync(engine);
        await tenant.PublishAsync(January, null, new Rate(Measure.Pages, 1m));

        foreach (var sql in new[] { "UPDATE cost_rules SET version = 7", "DELETE FROM cost_rules" })
        {
            var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => tenant.ExecuteAsync(sql));
            Assert.Contains("A published cost rule", refused.Message, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_rule_in_another_currency_is_refused(DatabaseEngine engine)
    {
        await using var tenant = await CostingTenant.StartAsync(engine);

        await Assert.ThrowsAsync<ArgumentException>(() => tenant.InAsync(services => services.GetRequiredService<Publishing.CostRulePublisher>()
            .PublishAsync(new(null, January, new PriceList(new Currency("CHF"), [])), CancellationToken.None)));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Totals_count_every_finished_job_and_add_what_is_known(DatabaseEngine engine)
    {
        await using var tenant = await CostingTenant.StartAsync(engine);
        await tenant.PublishAsync(January, null, new Rate(Measure.MediaArea, 2m));
        var unknown = Make.Job(mediaMm2: null, inkKnown: false);
        var late = Make.Job() with { AccountedAt = Year.End };
        await tenant.StoreAsync(Make.Job(mediaMm2: 1_000_000), Make.Job(PrintJobStatus.Failed, mediaMm2: 500_000), unknown, Make.Job(mediaMm2: long.MaxValue), late);

        Assert.Equal(new RatedTotals(Jobs: 4, Unrated: 2, CostMicros: 2_000_000, MediaMm2: 1_500_000, InkNl: 4_500_000), await TotalsAsync(tenant));
        Assert.Equal(new RatedTotals(0, 0, 0, 0, 0), await tenant.InAsync(services =>
            services.GetRequiredService<IRatedJobs>().TotalsAsync(new Interval(Year.Start, Year.Start), CancellationToken.None)));
        var unrated = await tenant.InAsync(services => services.GetRequiredService<IRatedJobs>().UnratedAsync(Year, CancellationToken.None));
        Assert.Equal([MissingFigure.MediaArea], unrated.Single(job => job.Job.Id == unknown.Id).Missing.Select(missing => missing.Figure));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Verify_finds_what_was_changed_behind_the_programs_back(DatabaseEngine engine)
    {
        await using var tenant = await CostingTenant.StartAsync(engine);
        await tenant.PublishAsync(January, null, new Rate(Measure.Pages, 1m));
        var job = Make.Job();
        await tenant.StoreAsync(job, Make.Job());
        Assert.Empty(await tenant.VerifyAsync());

        await tenant.ExecuteAsync("UPDATE rated_jobs SET amount = amount + 1");
        Assert.Equal(["I1", "I1"], (await tenant.VerifyAsync()).Select(finding => finding.Invariant));
        Assert.Contains(await tenant.VerifyAsync(), finding => finding.Message.Contains(job.Id.ToString(), StringComparison.Ordinal));

        await tenant.ExecuteAsync("DELETE FROM rated_jobs");
        Assert.Equal(["I2", "I2"], (await tenant.VerifyAsync()).Select(finding => finding.Invariant));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Jobs_stored_while_a_rule_is_published_are_never_left_with_the_replaced_one(DatabaseEngine engine)
    {
        await using var tenant = await CostingTenant.StartAsync(engine);
        await tenant.PublishAsync(January, null, new Rate(Measure.Pages, 1m));
        var jobs = Enumerable.Range(0, 40).Select(_ => Make.Job()).ToArray();

        var storing = Task.WhenAll(jobs.Chunk(10).Select(chunk => Task.Run(async () =>
        {
            foreach (var job in chunk)
                await tenant.StoreAsync(job);
        })));
        var published = await tenant.PublishAsync(January, null, new Rate(Measure.Pages, 2m));
        await storing;

        foreach (var job in jobs)
            Assert.Equal((published.Id, 2_000_000L), await tenant.RatingAsync(job) is { } rating ? (rating.RuleId!.Value, rating.Amount!.Value) : default);
    }

    private static Task<RatedTotals> TotalsAsync(CostingTenant tenant) =>
        tenant.InAsync(services => services.GetRequiredService<IRatedJobs>().TotalsAsync(Year, CancellationToken.None));
}
