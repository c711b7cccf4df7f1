using System.Text.Json;
using CsCheck;
using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterReaders.Tests;

public sealed class FleetPlanTests
{
    [Fact]
    public void The_same_seed_gives_the_same_fleet() =>
        Assert.Equal(JsonSerializer.Serialize(FleetPlan.Create(42, Make.Options(printers: 3))), JsonSerializer.Serialize(FleetPlan.Create(42, Make.Options(printers: 3))));

    [Fact]
    public void Another_seed_gives_another_fleet() =>
        Assert.NotEqual(JsonSerializer.Serialize(FleetPlan.Create(42, Make.Options())), JsonSerializer.Serialize(FleetPlan.Create(43, Make.Options())));

    [Fact]
    public void A_plan_survives_its_storage()
    {
        var stored = JsonSerializer.Serialize(FleetPlan.Create(7, Make.Options(printers: 3)));
        Assert.Equal(stored, JsonSerializer.Serialize(JsonSerializer.Deserialize<FleetPlan>(stored)));
    }

    [Fact]
    public void A_month_has_everything_that_happens_to_jobs()
    {
        var jobs = FleetPlan.Create(5, Make.Options(jobs: 60, printers: 3)).Printers.SelectMany(printer => printer.Jobs).ToList();
        Assert.Contains(jobs, job => job is { CompletionStatus: "Cancelled", PrintedPages: > 0 });
        Assert.Contains(jobs, job => job is { CompletionStatus: "Cancelled", PrintedPages: 0 });
        Assert.Contains(jobs, job => job.JobStatus == "Aborted");
        Assert.Contains(jobs, job => job.PrintedCopies > job.RequestedCopies);
        Assert.Contains(jobs, job => job.UserName.Length == 0);
        Assert.Contains(jobs, job => job.Type == "Copy");
        Assert.Contains(jobs, job => job.Pages.Any(page => page.Rotation == 90));
        Assert.Contains(jobs, job => job.Pages.Any(page => page.HeightInches > 60));
        Assert.Equal(jobs.Count, jobs.Select(job => job.Uuid).Distinct().Count());
    }

    [Fact]
    public void All_jobs_of_the_billed_month_have_their_figures_and_one_of_the_current_month_has_none()
    {
        Gen.Select(Gen.Int, Gen.Int[1, 60], Gen.Int[1, 4], Gen.Long[0, 30 * 86400L]).Sample(
            (seed, billed, current, second) =>
            {
                // The first instant of November in Berlin and any later one of that month.
                var generatedAt = new DateTimeOffset(2026, 10, 31, 23, 0, 0, TimeSpan.Zero).AddSeconds(second);
                var options = Make.Options(billed, current, printers: 3) with { GeneratedAt = generatedAt };
                var lacking = 0;
                foreach (var printer in FleetPlan.Create(seed, options).Printers)
                {
                    var months = printer.Jobs.ToLookup(job => TimeZoneInfo.ConvertTime(job.CompletedAt!.Value, Make.Berlin).Month);
                    Assert.Equal((billed, current), (months[10].Count(), months[11].Count()));
                    Assert.All(months[10], job => Assert.True(IsComplete(job)));
                    Assert.All(months[11], job => Assert.True(job.CompletedAt <= generatedAt));
                    lacking += months[11].Count(job => !IsComplete(job));
                    Assert.All(printer.Jobs, job => Assert.True(job.ModificationNumber <= printer.ModificationNumber));
                    Assert.Equal(printer.Jobs.Count, printer.Jobs.Select(job => job.ModificationNumber).Distinct().Count());
                }

                Assert.Equal(1, lacking);
            },
            iter: 100);
    }

    [Fact]
    public void Media_follow_from_a_roll_that_takes_the_page()
    {
        var rolls = new long[] { 610, 841, 914, 1067 };
        foreach (var printer in FleetPlan.Create(11, Make.Options(jobs: 80, printers: 3)).Printers)
        {
            foreach (var job in printer.Jobs.Where(job => job.Media is { LinearInches: > 0 }))
            {
                var width = job.Media!.SquareInches / job.Media.LinearInches * 25.4m;
                Assert.Contains((long)Math.Round(width, 0, MidpointRounding.AwayFromZero), rolls);
                var pages = job.Pages.Sum(page => page.WidthInches * page.HeightInches * page.PrintedCopies!.Value);
                Assert.True(pages <= job.Media.SquareInches);
                Assert.Equal(job.PrintedPages, job.Pages.Sum(page => page.PrintedCopies));
            }
        }
    }

    private static bool IsComplete(JobPlan job) =>
        job is { Media: not null, InkCubicCentimetres.Count: 4, PrintedPages: not null, PrintedCopies: not null, CompletedAt: not null }
        && job.Pages.All(page => page.PrintedCopies is not null);
}
