using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.PrinterSimulator;
using SmartTracker.TestHost;

namespace SmartTracker.Collection.Tests;

/// <summary>Who answers is not who was registered, or what one printer says cannot be kept: it ends there, and a person hears of it.</summary>
public class OddPrinterTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Another_device_at_the_address_stops_collection_until_a_person_confirms_it(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        await world.CollectAsync();
        var known = await world.JobsAsync();
        // The router gave its address away, and the new one was even given the certificate of the old.
        var plan = world.Printer.Plan;
        await world.Printer.SetFaultAsync(new SimulatorFault.ConnectionRefused());
        await using var stranger = await SimulatedPrinter.StartAsync(plan with { SerialNumber = "SIMSTRANGER", QueueId = Guid.CreateVersion7() }, TimeProvider.System, CancellationToken.None);

        var stopped = await world.CollectOneAsync();
        Assert.Equal(CollectionResult.Failed, stopped.Result);
        Assert.StartsWith($"Serial number SIMSTRANGER answered where {plan.SerialNumber} is registered. Nothing is collected", stopped.Sentence, StringComparison.Ordinal);
        Assert.Equal(known.Count, (await world.JobsAsync()).Count);
        Assert.DoesNotContain(stranger.Requests, request => request.WithPassword);
        var asked = stranger.Requests.Count;
        Assert.Equal(CollectionResult.Paused, (await world.CollectOneAsync()).Result);
        Assert.Equal(asked, stranger.Requests.Count);

        var home = $"admin/printers/{Assert.Single(await world.PrintersAsync()).Id}";
        using var admin = await world.SignInAsync();
        using var confirmed = await World.SendAsync(admin, home, home + "/confirm-device", ("serialNumber", "SIMSTRANGER"));
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        Assert.Equal(CollectionResult.Complete, (await world.CollectOneAsync()).Result);
        // The same ids on another device are other jobs; those of the old one stay as they were.
        var jobs = await world.JobsAsync();
        Assert.Equal(known.Select(job => job.Id), jobs.Where(job => job.PrinterSerial == plan.SerialNumber).Select(job => job.Id));
        Assert.Equal(known.Count, jobs.Count(job => job.PrinterSerial == "SIMSTRANGER"));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_wrong_password_is_tried_once_where_only_the_state_asks_for_it_and_then_no_more(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        await world.CollectAsync();
        await world.Printer.SetFaultAsync(new SimulatorFault.StatePasswordChanged());
        // Its jobs are everybody's and are kept.
        Assert.Equal(CollectionResult.Complete, (await world.CollectOneAsync()).Result);
        Assert.Equal(1, WithPassword(world));

        var paused = await world.CollectOneAsync();
        Assert.Equal(CollectionResult.Paused, paused.Result);
        Assert.Contains("The printer refused the stored password.", paused.Sentence, StringComparison.Ordinal);
        Assert.Equal(1, WithPassword(world));
    }

    [Fact]
    public async Task Jobs_that_cannot_be_kept_fail_their_printer_ever_more_rarely_and_nobody_else_and_nothing_is_lost()
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite, printers: 3);
        var poisoned = world.Fleet.Printers[1].Plan;
        await world.ExecuteAsync($"CREATE TRIGGER poison BEFORE INSERT ON print_jobs WHEN NEW.printer_serial = '{poisoned.SerialNumber}' BEGIN SELECT RAISE(ABORT, 'poison'); END");
        for (var round = 1; round <= 3; round++)
        {
            var outcomes = await world.CollectAsync();
            var bad = outcomes.Single(outcome => outcome.PrinterName == poisoned.Name);
            Assert.Equal(CollectionResult.Failed, bad.Result);
            Assert.StartsWith("The jobs arrived but could not be stored; the answers are archived", bad.Sentence, StringComparison.Ordinal);
            Assert.Equal(2, outcomes.Count(outcome => outcome.Result == CollectionResult.Complete));
            Assert.Equal(round, await FailuresAsync(world));
        }

        Assert.Equal(world.PlannedJobs - poisoned.Jobs.Count, (await world.JobsAsync()).Count);
        await world.ExecuteAsync("DROP TRIGGER poison");
        Assert.All(await world.CollectAsync(), outcome => Assert.Equal(CollectionResult.Complete, outcome.Result));
        Assert.Equal(world.PlannedJobs, (await world.JobsAsync()).Count);
        Assert.Equal(0, await FailuresAsync(world));
        Assert.Empty(await world.VerifyAsync());
    }

    private static int WithPassword(World world) => world.Printer.Requests.Count(request => request.WithPassword);

    private static Task<int> FailuresAsync(World world) => world.Host.InTenantAsync(World.Tenant, services =>
        services.GetRequiredService<CollectionDbContext>().Paces.MaxAsync(pace => pace.Failures));
}
