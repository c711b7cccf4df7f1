using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Abstractions.Verification;
using SmartTracker.Collection.Collecting;
using SmartTracker.Collection.Data;
using SmartTracker.Printers.Abstractions;
using SmartTracker.PrinterSimulator;
using SmartTracker.PrinterSimulator.Plan;
using SmartTracker.Shell.Features;
using SmartTracker.TestHost;
using SmartTracker.Web;

namespace SmartTracker.Collection.Tests;

/// <summary>A host with one tenant, <c>nord</c>, whose printers answer over TLS on this machine.</summary>
internal sealed class World : IAsyncDisposable
{
    public const string Tenant = "nord";
    private const string BugsModule = "SmartTracker.Collection.Tests";
    private const string Password = "four words are plenty";

    private World(SimulatedFleet fleet, RunningHost host) => (Fleet, Host) = (fleet, host);

    public SimulatedFleet Fleet { get; }

    public RunningHost Host { get; }

    public SimulatedPrinter Printer => Fleet.Printers[0];

    public Bugs Bugs => Bugs.Of(Host.Services.GetRequiredService<HostConfiguration>());

    public int PlannedJobs => Fleet.Printers.Sum(printer => printer.Plan.Jobs.Count);

    /// <param name="ipp">The printers speak IPP, and it is the afternoon of 20 November 2026.</param>
    /// <param name="buggy">With the module of <see cref="SmartTracker.Collection.Tests.Bugs"/>.</param>
    /// <param name="overview">With the page of what needs attention.</param>
    /// <param name="otherPorts">Allowed to be connected to as well.</param>
    /// <param name="ews">The printers are read by their accounting pages.</param>
    public static async Task<World> StartAsync(
        DatabaseEngine engine, int printers = 1, bool listed = true, string? password = null, FakeTimeProvider? ipp = null, int deadlineSeconds = 10, int leaseSeconds = 15, EwsPlan? ews = null, IReadOnlyList<int>? otherPorts = null, int mailboxSeconds = 600, bool buggy = false, bool overview = false)
    {
        var plan = FleetPlan.Create(7, new FleetOptions
        {
            BilledMonth = new DateOnly(2026, 10, 1),
            GeneratedAt = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero),
            Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
            Printers = [.. Enumerable.Range(1, printers).Select(number =>
                new PrinterSpecification(Tenant, $"Plotter {number}", "HP DesignJet T2600 MFP", Trade.Architects, 914, 14, 4) { SpeaksIpp = ipp is not null })],
        });
        if (ews is not null)
            plan = plan with { Printers = [.. plan.Printers.Select(printer => printer with { Ews = ews, Zone = "Europe/Berlin" })] };
        var fleet = await SimulatedFleet.StartAsync(plan, ipp ?? TimeProvider.System, CancellationToken.None);
        var ports = string.Join(',', fleet.Printers.Select(printer => printer.Address.Port));
        var host = await RunningHost.StartAsync(engine, new Dictionary<string, string?>
        {
            ["SmartTracker:Network:Allow:0"] = listed ? "127.0.0.1:" + ports : null,
            ["SmartTracker:Network:Allow:1"] = otherPorts is null ? null : "127.0.0.1:" + string.Join(',', otherPorts),
            ["SmartTracker:Collection:DeadlineSeconds"] = deadlineSeconds.ToString(CultureInfo.InvariantCulture),
            ["SmartTracker:Collection:StateEveryMinutes"] = "0",
            ["SmartTracker:Collection:MailboxSeconds"] = mailboxSeconds.ToString(CultureInfo.InvariantCulture),
            ["SmartTracker:Collection:LeaseSeconds"] = leaseSeconds.ToString(CultureInfo.InvariantCulture),
            ["SmartTracker:Collection:InterpretSeconds"] = buggy ? "2" : null,
        }, ipp, buggy ? AddBugs : null);
        await host.CreateTenantAsync(SmartTracker.Abstractions.Tenants.Tenant.DefaultName);
        await host.CreateTenantAsync(Tenant, Recipe(fleet, password, [.. buggy ? [BugsModule] : Array.Empty<string>(), .. overview ? ["SmartTracker.Reports"] : Array.Empty<string>()]));
        return new World(fleet, host);
    }

    public Task<IReadOnlyList<CollectionOutcome>> CollectAsync() => InEnglishAsync(services =>
        services.GetRequiredService<PrintJobCollector>().CollectAsync(null, CancellationToken.None));

    public async Task<CollectionOutcome> CollectOneAsync() => Assert.Single(await CollectAsync());

    public Task<List<PrintJobRow>> JobsAsync() => Host.InTenantAsync(Tenant, services =>
        services.GetRequiredService<CollectionDbContext>().PrintJobs.AsNoTracking().OrderBy(job => job.DeviceJobId).ToListAsync());

    public Task<IReadOnlyList<PrinterSummary>> PrintersAsync() => Host.InTenantAsync(Tenant, services =>
        services.GetRequiredService<IPrinterDirectory>().ListAsync(CancellationToken.None));

    public Task<List<Finding>> VerifyAsync() => Host.InTenantAsync(Tenant, async services =>
    {
        var findings = new List<Finding>();
        foreach (var verification in services.GetServices<IVerification>().OfType<CollectionVerification>())
            findings.AddRange(await verification.RunAsync(CancellationToken.None));
        return findings;
    });

    public Task ExecuteAsync(string sql) => Host.InTenantAsync(Tenant, async services =>
    {
        await services.GetRequiredService<CollectionDbContext>().Database.ExecuteSqlRawAsync(sql);
    });

    public Task<T> InEnglishAsync<T>(Func<IServiceProvider, Task<T>> work) => Host.InTenantAsync(Tenant, services =>
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        return work(services);
    });

    public async Task<HttpClient> SignInAsync(string user = "admin")
    {
        var browser = Host.Browser(Tenant);
        using var answer = await browser.SendFormAsync("login", "login", ("UserName", user), ("Password", Password), ("ReturnUrl", ""));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Fleet.DisposeAsync();
    }

    private static void AddBugs(IServiceCollection services)
    {
        var bugs = new Feature(BugsModule, "Bugs", "", "Tests", ["SmartTracker.Collection"], false, false, false, typeof(Bugs).Assembly);
        services.Replace(ServiceDescriptor.Singleton(new FeatureCatalog(FeatureCatalog.Of(typeof(SmartTrackerHost).Assembly).All.Append(bugs))));
    }

    private static string Recipe(SimulatedFleet fleet, string? password, string[] features) => JsonSerializer.Serialize(new object[]
    {
        new { name = "feature", enable = new[] { "SmartTracker.Collection", "SmartTracker.Theme.Admin" }.Concat(features) },
        new { name = "settings", TimeZoneId = "Europe/Berlin", Currency = "EUR", Culture = "en" },
        new
        {
            name = "Users",
            Users = new[] { ("admin", "Administrator"), ("books", "Bookkeeper"), ("customer", "Customer") }.Select(user => new
            {
                UserName = user.Item1,
                Email = user.Item1 + "@nord.example",
                RoleNames = new[] { user.Item2 },
                Password,
            }),
        },
        new
        {
            name = "Printers",
            Printers = fleet.Printers.Select(printer => new
            {
                printer.Plan.Name,
                Address = printer.Address.ToString(),
                printer.Plan.Protocol,
                AdminPassword = password ?? printer.Plan.AdminPassword,
            }),
        },
    });
}
