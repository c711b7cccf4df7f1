using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Data;
using SmartTracker.PrinterSimulator;
using SmartTracker.PrinterSimulator.Plan;
using SmartTracker.TestHost;

namespace SmartTracker.Web.Tests;

/// <summary><c>collect</c>, as a person calls it, against a printer that replays a recorded job list over TLS.</summary>
public sealed partial class CollectCommandTests
{
    private const string Customer = "nordplan";

    private static readonly string CapturedShape = Path.Combine(AppContext.BaseDirectory, "Fixtures", "job-queue-snapshot.xml");

    [Fact]
    public Task A_list_of_the_captured_shape_counts_once_however_often_it_is_read() => CountsOnceAsync(DatabaseEngine.Postgres, CapturedShape);

    [Theory, MemberData(nameof(RecordedByRealPrinters))]
    public Task What_a_real_printer_answered_counts_once_however_often_it_is_read(string file) => CountsOnceAsync(DatabaseEngine.Sqlite, file);

    public static TheoryData<string> RecordedByRealPrinters()
    {
        var devices = Path.Combine(Environment.GetEnvironmentVariable("SMARTTRACKER_FIXTURES") ?? AppContext.BaseDirectory, "devices");
        // Without the recordings the captured shape stands in, so that nothing is skipped.
        return new(Directory.Exists(devices) ? Directory.GetFiles(devices, "*jobs_all*.xml") : [CapturedShape]);
    }

    private static async Task CountsOnceAsync(DatabaseEngine engine, string file)
    {
        var recorded = await File.ReadAllTextAsync(file);
        var jobs = Job().Count(recorded);
        await using var fleet = await SimulatedFleet.StartAsync(FleetPlan.Create(3, new FleetOptions
        {
            BilledMonth = new DateOnly(2026, 10, 1),
            GeneratedAt = new DateTimeOffset(2026, 11, 2, 12, 0, 0, TimeSpan.Zero),
            Zone = TimeZoneInfo.Utc,
            Printers = [new PrinterSpecification(Customer, "Plotter EG", "HP DesignJet Z9 44in", Trade.Architects, 914, 12, 0)],
        }), TimeProvider.System, CancellationToken.None);
        var printer = fleet.Printers[0];
        printer.RecordedJobList = Encoding.UTF8.GetBytes(recorded);
        await using var host = await StartAsync(engine, printer);

        Assert.Equal($"{jobs} new, 0 changed, 0 unchanged.", await CollectAsync(host));
        Assert.Equal($"0 new, 0 changed, {jobs} unchanged.", await CollectAsync(host));
        var before = await JobsAsync(host);
        Assert.Equal(jobs, before.Count);

        // Off and on again: the queue has a new id, its list begins anew, and one job was printed since.
        printer.Reboot();
        var sinceThen = Guid.CreateVersion7().ToString().ToUpperInvariant();
        var first = Job().Match(recorded).Value;
        var added = first.Replace(JobId().Match(first).Groups[1].Value, sinceThen, StringComparison.Ordinal);
        var after = Queue().Replace(recorded.Replace(first, first + added, StringComparison.Ordinal), "/JobQueue/" + printer.Plan.QueueId + "/");
        printer.RecordedJobList = Encoding.UTF8.GetBytes(after);
        Assert.Equal($"1 new, 0 changed, {jobs} unchanged.", await CollectAsync(host));
        Assert.Equal($"0 new, 0 changed, {jobs + 1} unchanged.", await CollectAsync(host));
        Assert.Equal([.. before.Append(sinceThen).Order(StringComparer.Ordinal)], await JobsAsync(host));
        Assert.Empty(await host.InTenantAsync(Customer, services => services.GetRequiredService<GapStore>().OpenAsync(CancellationToken.None)));
    }

    private static async Task<string> CollectAsync(RunningHost host) =>
        (await TheProgram.RunAsync(host, "collect", "--tenant", Customer)).Trim().Replace("Plotter EG: ", "", StringComparison.Ordinal);

    private static Task<List<string>> JobsAsync(RunningHost host) => host.InTenantAsync(Customer, async services =>
    {
        var ids = await services.GetRequiredService<CollectionDbContext>().PrintJobs.Select(job => job.DeviceJobId).ToListAsync();
        return ids.Order(StringComparer.Ordinal).ToList();
    });

    private static async Task<RunningHost> StartAsync(DatabaseEngine engine, SimulatedPrinter printer)
    {
        var host = await RunningHost.StartAsync(engine, new Dictionary<string, string?> { ["SmartTracker:Network:Allow:0"] = $"127.0.0.1:{printer.Address.Port}" });
        await host.CreateTenantAsync(Tenant.DefaultName, """[{ "name": "feature", "enable": ["SmartTracker.Tenants"] }]""");
        await host.CreateTenantAsync(Customer, $$"""
            [
              { "name": "feature", "enable": ["SmartTracker.Collection"] },
              { "name": "settings", "TimeZoneId": "Etc/UTC", "Currency": "EUR", "Culture": "en" },
              { "name": "Printers", "Printers": [{ "Name": "Plotter EG", "Address": "{{printer.Address}}", "AdminPassword": "{{printer.Plan.AdminPassword}}" }] }
            ]
            """);
        return host;
    }

    [GeneratedRegex(@"<Job>.*?</Job>\s*", RegexOptions.Singleline)]
    private static partial Regex Job();

    [GeneratedRegex("<UUID>([^<]+)</UUID>")]
    private static partial Regex JobId();

    [GeneratedRegex("/JobQueue/[0-9a-fA-F-]{36}/")]
    private static partial Regex Queue();
}
