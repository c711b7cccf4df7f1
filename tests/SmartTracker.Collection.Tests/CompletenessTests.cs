using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;
using SmartTracker.TestHost;

namespace SmartTracker.Collection.Tests;

public class CompletenessTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_log_that_rolled_over_is_a_gap_until_a_person_decides(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        await RollOverAsync(world, printed: 5);
        var open = Assert.Single(await OpenGapsAsync(world));

        using var browser = await world.SignInAsync();
        var printer = Assert.Single(await world.PrintersAsync());
        var page = await browser.GetStringAsync($"admin/printers/{printer.Id}");
        Assert.Contains("Possible loss: jobs printed between", page, StringComparison.Ordinal);
        var gap = $"admin/collections/completeness/gaps/{open.Id}";
        Assert.Contains(gap, page, StringComparison.Ordinal);

        using (var empty = await browser.SendFormAsync(gap, gap, ("reason", " ")))
        {
            var text = await empty.Content.ReadAsStringAsync();
            Assert.Contains("Choose what is true of this stretch.", text, StringComparison.Ordinal);
            Assert.Contains("Say how you know", text, StringComparison.Ordinal);
        }

        using (var decided = await browser.SendFormAsync(gap, gap, ("verdict", "Waived"), ("reason", "Test prints of the technician")))
            Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        Assert.Empty(await OpenGapsAsync(world));
        page = await browser.GetStringAsync($"admin/printers/{printer.Id}");
        Assert.Contains("Test prints of the technician (admin,", page, StringComparison.Ordinal);

        using (var again = await browser.GetAsync(gap))
            Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        using (var reopened = await browser.SendFormAsync($"admin/printers/{printer.Id}", gap + "/reopen"))
            Assert.Equal(HttpStatusCode.Redirect, reopened.StatusCode);
        Assert.Single(await OpenGapsAsync(world));
        Assert.Empty(await world.VerifyAsync());
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_counter_that_advanced_by_what_the_known_jobs_printed_settles_the_gap(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        await RollOverAsync(world, printed: 3);
        Assert.Empty(await OpenGapsAsync(world));
        var gap = Assert.Single(await GapsAsync(world));
        Assert.Equal(GapVerdict.ProvedByMeters, gap.Decision!.Decision);

        using var browser = await world.SignInAsync();
        var page = await browser.GetStringAsync("admin/collections/completeness");
        Assert.Contains("exactly what its known jobs printed.", page, StringComparison.Ordinal);
        Assert.Contains("Impressions", page, StringComparison.Ordinal);
    }

    /// <summary>Between two collections more jobs come and go than the printer remembers.</summary>
    private static async Task RollOverAsync(World world, int printed)
    {
        // Twice: counters are read after the list, so those of the first visit say nothing of the moment before it.
        await world.CollectAsync();
        await world.CollectAsync();
        // The device tells when a job was done to the second.
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        world.Printer.Remember(3);
        var pattern = world.Printer.Plan.Jobs.Last(job => job is { JobStatus: "Completed", PrintedPages: > 0 });
        for (var i = 0; i < printed; i++)
            world.Printer.Add(pattern with { Uuid = Guid.CreateVersion7(), JobUuid = Guid.CreateVersion7(), CompletedAt = TimeProvider.System.GetUtcNow() });
        var outcome = await world.CollectOneAsync();
        Assert.Equal(3, outcome.NewJobs);
    }

    private static Task<IReadOnlyList<KnownGap>> OpenGapsAsync(World world) => world.Host.InTenantAsync(World.Tenant, services =>
        services.GetRequiredService<GapStore>().OpenAsync(CancellationToken.None));

    private static Task<IReadOnlyList<KnownGap>> GapsAsync(World world) => world.Host.InTenantAsync(World.Tenant, async services =>
    {
        var printer = Assert.Single(await services.GetRequiredService<IPrinterDirectory>().ListAsync(CancellationToken.None));
        return await services.GetRequiredService<GapStore>().ListAsync(printer.Id, CancellationToken.None);
    });
}
