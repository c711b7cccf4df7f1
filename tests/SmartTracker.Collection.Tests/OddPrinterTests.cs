using System.Net;
using SmartTracker.Abstractions.Data;
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
        using var confirmed = await admin.SendFormAsync(home, home + "/confirm-device", ("serialNumber", "SIMSTRANGER"));
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        Assert.Equal(CollectionResult.Complete, (await world.CollectOneAsync()).Result);
        // The same ids on another device are other jobs; those of the old one stay as they were.
        var jobs = await world.JobsAsync();
        Assert.Equal(known.Select(job => job.Id), jobs.Where(job => job.PrinterSerial == plan.SerialNumber).Select(job => job.Id));
        Assert.Equal(known.Count, jobs.Count(job => job.PrinterSerial == "SIMSTRANGER"));
    }
}
