using System.CommandLine;
using NodaTime;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Billing.Closing;
using SmartTracker.PrinterSimulator;
using SmartTracker.Web.Demo;

namespace SmartTracker.Web.Commands;

/// <summary><c>demo [--exit] [--json]</c>: the whole main job on an embedded database.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var exit = new Option<bool>("--exit") { Description = "Stop after the bills." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object as the only line on stdout." };
        var command = new Command("demo", "Provider, two customers, simulated printers, collection, rating and last month's bills.") { exit, json };
        command.SetAction((parsed, cancellationToken) => HostCommand.GuardAsync(() =>
            RunAsync(GlobalOptions.From(parsed), parsed.GetValue(exit), parsed.GetValue(json), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(HostOptions options, bool exit, bool json, CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        Directory.CreateDirectory(options.DataFolder);
        var state = await DemoState.LoadOrCreateAsync(options.DataFolder, time, cancellationToken);
        await using var fleet = await SimulatedFleet.StartAsync(state.Fleet, time, cancellationToken);
        state = state with { Fleet = fleet.Plan };
        state.Save(options.DataFolder);

        await using (var app = SmartTrackerHost.Build(options with { Settings = DemoSettings.For(state.Fleet, options.Settings) }))
        {
            var tenants = app.Services.GetRequiredService<ITenants>();
            await new DemoTenants(tenants, state).CreateAsync(cancellationToken);
            // Before the scheduler reads them for the first time.
            await new DemoReadiness(tenants, state).FurnishAsync(cancellationToken);
            await app.StartAsync(cancellationToken);
            await new DemoCollection(tenants, time).RunAsync(cancellationToken);
            foreach (var customer in DemoState.Customers)
                await BillAsync(tenants, customer, state.Period, cancellationToken);

            var summaries = new List<DemoSummary>();
            foreach (var customer in DemoState.Customers)
                summaries.Add(await DemoSummary.ReadAsync(tenants, customer, cancellationToken));
            if (json)
                Console.WriteLine(DemoSummary.ToJson(summaries, (long)time.GetElapsedTime(started).TotalMilliseconds));
            else
                DemoWelcome.Print(app.Urls.First(), state, summaries);

            if (!exit)
                await app.WaitForShutdownAsync(cancellationToken);
            await app.StopAsync(CancellationToken.None);
        }

        ClosedDatabases.Leave(options.DataFolder);
        return 0;
    }

    private static async Task BillAsync(ITenants tenants, string customer, YearMonth period, CancellationToken cancellationToken)
    {
        await Console.Error.WriteLineAsync($"Billing {customer} …");
        await tenants.RunAsync(Tenant.DefaultName, async services =>
        {
            var outcome = await services.GetRequiredService<MonthCloser>().IssueAsync(customer, period, fingerprint: null, cancellationToken);
            return outcome is MonthIssued { Delivered: true } or MonthBilledBefore
                ? outcome
                : throw new CommandException(services.GetRequiredService<CloseWords>().Sentence(outcome));
        }, cancellationToken);
    }
}
