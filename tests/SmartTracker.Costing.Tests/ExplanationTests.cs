using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Costing.Explanations;
using SmartTracker.TestHost;

namespace SmartTracker.Costing.Tests;

public sealed class ExplanationTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_price_opens_to_steps_that_a_reader_can_add_up(DatabaseEngine engine)
    {
        await using var tenant = await CostingTenant.StartAsync(engine);
        await tenant.PublishAsync(new LocalDate(2026, 1, 1), null, new Rate(Measure.MediaArea, 0.123456m), new Rate(Measure.Ink, 0.42m, MediaType: "Coated 130 g"));
        var job = Make.Job();
        await tenant.StoreAsync(job);

        var english = await ExplainAsync(tenant, job, "en");

        Assert.Equal("All printers, version 1, valid from 1 Jan 2026", english.RuleName);
        Assert.Equal(["Media consumed", "Ink", "Ink", "Rounding"], english.Lines.Select(line => line.What));
        Assert.Equal("542,916 mm² of media, waste included", english.Lines[0].Detail);
        Assert.Equal("Ink C on Coated 130 g · 400,000 nl, the printer's estimate", english.Lines[1].Detail);
        Assert.Equal(("0.542916 m²", "€0.123456 / m²", "0.067026237696", "0.067026237696"), Figures(english.Lines[0]));
        Assert.Equal(("", "", "−0.000000237696", "0.697026000000"), Figures(english.Lines[3]));
        Assert.Equal("€0.697026", english.Total);

        var german = await ExplainAsync(tenant, job, "de");
        Assert.Equal("Verbrauchtes Material", german.Lines[0].What);
        Assert.Equal(("0,542916 m²", "0,123456 € / m²", "0,067026237696", "0,067026237696"), Figures(german.Lines[0]));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_unrated_job_opens_to_its_reasons_and_what_to_do(DatabaseEngine engine)
    {
        await using var tenant = await CostingTenant.StartAsync(engine);
        await tenant.PublishAsync(new LocalDate(2026, 1, 1), null, new Rate(Measure.MediaArea, 1m), new Rate(Measure.Ink, 1m, "C"));
        var job = Make.Job(mediaMm2: null);
        await tenant.StoreAsync(job);

        var explanation = await ExplainAsync(tenant, job, "en");
        var price = (await tenant.InAsync(services => services.GetRequiredService<IPrintJobPrices>().GetAsync([job.Id, PrintJobId.New()], CancellationToken.None))).Single();

        Assert.Null(explanation.Total);
        Assert.Empty(explanation.Lines);
        Assert.Equal(["The printer did not say how much media it used", "No price for the ink K"], explanation.Gaps.Select(gap => gap.Reason));
        Assert.All(explanation.Gaps, gap => Assert.NotEmpty(gap.WhatToDo));
        Assert.Equal((job.Id, null, "The printer did not say how much media it used; No price for the ink K"), (price.Key, price.Value.Amount, price.Value.UnratedBecause));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_job_that_was_not_looked_at_has_no_explanation(DatabaseEngine engine)
    {
        await using var tenant = await CostingTenant.StartAsync(engine);

        Assert.Null(await tenant.InAsync(services => services.GetRequiredService<IPrintJobPrices>().ExplainAsync(PrintJobId.New(), CancellationToken.None)));
    }

    private static Task<PriceExplanation> ExplainAsync(CostingTenant tenant, PrintJob job, string culture) => tenant.InAsync(async services =>
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        var section = await services.GetRequiredService<IPrintJobPrices>().ExplainAsync(job.Id, CancellationToken.None);
        return Assert.IsType<PriceExplanation>(section!.Model);
    });

    private static (string, string, string, string) Figures(PriceLine line) =>
        (Plain(line.Quantity), Plain(line.Rate), line.Amount, line.RunningTotal);

    private static string Plain(string text) => text.Replace('\u00a0', ' ');
}
