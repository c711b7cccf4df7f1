using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Agent.Files;
using SmartTracker.Agents.Data;
using SmartTracker.Agents.Domain;
using SmartTracker.Collection.Collecting;
using SmartTracker.Collection.Data;
using SmartTracker.Printers.Abstractions;
using SmartTracker.PrinterSimulator;
using SmartTracker.PrinterSimulator.Plan;
using SmartTracker.Protocols.Agent;
using SmartTracker.TestHost;

namespace SmartTracker.Agent.Tests.Site;

/// <summary>A host with two tenants that know the same printers: <c>nord</c>, whose printers an agent reads, and <c>direct</c>, which reads them itself.</summary>
internal sealed partial class CustomerSite : IAsyncDisposable
{
    public const string Nord = "nord";
    public const string Direct = "direct";
    /// <summary>As snmpd has to be set up for it.</summary>
    public static readonly string[] SnmpUser = ["createUser reader SHA-256 authpass123 AES privpass123", "rouser reader priv"];

    private static readonly object SnmpAccess = new
    {
        Version = "V3",
        UserName = "reader",
        Authentication = "Sha256",
        AuthenticationSecret = "authpass123",
        Privacy = "Aes128",
        PrivacySecret = "privpass123",
    };

    private const string Password = "four words are plenty";

    private CustomerSite(SimulatedFleet fleet, RunningHost host) => (Fleet, Host) = (fleet, host);

    public SimulatedFleet Fleet { get; }

    public RunningHost Host { get; }

    public int PlannedJobs => Fleet.Printers.Sum(printer => printer.Plan.Jobs.Count);

    /// <summary>What the agent's own list has to allow: all printers are on this computer.</summary>
    public string Networks { get; private init; } = "";

    /// <param name="hostReaches">Whether the host may connect to the printers at all.</param>
    /// <param name="snmpPort">Where one more printer answers, of which only the state is read.</param>
    /// <param name="change">Makes the printers other ones.</param>
    /// <param name="programs">Folder of published agents.</param>
    public static async Task<CustomerSite> StartAsync(
        DatabaseEngine engine, int printers = 2, bool hostReaches = true, int? snmpPort = null, Func<PrinterPlan, PrinterPlan>? change = null, string? programs = null)
    {
        var plan = FleetPlan.Create(7, new FleetOptions
        {
            BilledMonth = new DateOnly(2026, 10, 1),
            GeneratedAt = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero),
            Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
            Printers = [.. Enumerable.Range(1, printers).Select(number => new PrinterSpecification(Nord, $"Plotter {number}", "HP DesignJet T2600 MFP", Trade.Architects, 914, 14, 4))],
        });
        plan = plan with { Printers = [.. plan.Printers.Select(printer => change?.Invoke(printer) ?? printer)] };
        var fleet = await SimulatedFleet.StartAsync(plan, TimeProvider.System, CancellationToken.None);
        var networks = "127.0.0.1:" + string.Join(',', fleet.Printers.Select(printer => (int?)printer.Address.Port).Append(snmpPort).OfType<int>());
        var host = await RunningHost.StartAsync(engine, new Dictionary<string, string?>
        {
            ["SmartTracker:Network:Allow:0"] = hostReaches ? networks : null,
            ["SmartTracker:Agents:RefreshSeconds"] = "1",
            ["SmartTracker:Agents:Programs"] = programs,
            ["SmartTracker:Collection:LeaseSeconds"] = "2",
        });
        await host.CreateTenantAsync(Abstractions.Tenants.Tenant.DefaultName);
        foreach (var tenant in new[] { Nord, Direct })
            await host.CreateTenantAsync(tenant, Recipe(fleet, snmpPort));
        return new CustomerSite(fleet, host) { Networks = networks };
    }

    public Task<Session> SignInAsync(string user = "admin", string tenant = Nord) => Session.OpenAsync(Host, tenant, user, Password);

    /// <summary>Through the pages, as a person gets it.</summary>
    public static async Task<string> TokenAsync(Session admin, string name = "Hamburg")
    {
        var page = await admin.PostAsync("/admin/agents/new", ("Name", name));
        return TokenPattern().Match(page.Text).Groups[1].Value is { Length: > 0 } token ? token : throw new InvalidOperationException(page.Text);
    }

    /// <summary>As the agent does it, without its program.</summary>
    public async Task<(AgentId Agent, HttpClient Client)> EnrolAsync(string tenant = Nord)
    {
        var token = await TokenAsync(await SignInAsync(tenant: tenant));
        using var client = Host.Browser(tenant);
        using var answer = await client.PostAsync(AgentPaths.Root + AgentPaths.Enrolments, JsonContent(new { token, version = "1", platform = "test" }));
        answer.EnsureSuccessStatusCode();
        var enrolled = JsonSerializer.Deserialize(await answer.Content.ReadAsStreamAsync(), AgentJson.Default.EnrolmentAnswer)!;
        return (new AgentId(enrolled.AgentId), WithKey(enrolled.Key, tenant));
    }

    public HttpClient WithKey(string key, string tenant = Nord)
    {
        var client = Host.Browser(tenant);
        client.BaseAddress = new Uri(client.BaseAddress!, AgentPaths.Root);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>Ticks printers on the agent's page.</summary>
    public static Task<Answer> AssignAsync(Session admin, AgentId agent, IEnumerable<PrinterId> printers) =>
        admin.PostAsync($"/admin/agents/{agent}/printers", [.. printers.Select(printer => ("printer", printer.ToString()))]);

    public async Task<AgentId> AgentAsync() => (await InAsync(Nord, services => services.GetRequiredService<AgentStore>().ListAsync(CancellationToken.None))).Single(agent => !agent.IsRevoked).Id;

    public Task<IReadOnlyList<PrinterSummary>> PrintersAsync(string tenant = Nord) =>
        InAsync(tenant, services => services.GetRequiredService<IPrinterDirectory>().ListAsync(CancellationToken.None));

    public Task<List<PrintJobRow>> JobsAsync(string tenant) => InAsync(tenant, services =>
        services.GetRequiredService<CollectionDbContext>().PrintJobs.AsNoTracking().OrderBy(job => job.PrinterSerial).ThenBy(job => job.DeviceJobId).ToListAsync());

    /// <summary>What each printer's counters said last.</summary>
    public async Task<IReadOnlyList<string>> CountersAsync(string tenant)
    {
        var reads = await InAsync(tenant, services => services.GetRequiredService<CollectionDbContext>().MeterReads.AsNoTracking().ToListAsync());
        return [.. reads.GroupBy(read => (read.PrinterSerial, read.Meter)).Select(meter => $"{meter.Key} {meter.MaxBy(read => read.LastReadAt)!.Value}").Order(StringComparer.Ordinal)];
    }

    public Task<List<CollectionRow>> CollectionsAsync(string tenant = Nord) => InAsync(tenant, services =>
        services.GetRequiredService<CollectionDbContext>().Collections.AsNoTracking().OrderBy(row => row.StartedAt).ToListAsync());

    public Task<IReadOnlyList<CollectionOutcome>> CollectAsync(string tenant) => InAsync(tenant, services =>
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        return services.GetRequiredService<PrintJobCollector>().CollectAsync(null, CancellationToken.None);
    });

    public Task<T> InAsync<T>(string tenant, Func<IServiceProvider, Task<T>> work) => Host.InTenantAsync(tenant, work);

    /// <summary>Visits in an agent's outbox.</summary>
    public static int Waiting(string data) => Directory.EnumerateFiles(new AgentFolder(data).Outbox, "*.visit").Count();

    public static StringContent JsonContent(object message) => new(JsonSerializer.Serialize(message), System.Text.Encoding.UTF8, "application/json");

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Fleet.DisposeAsync();
    }

    private static string Recipe(SimulatedFleet fleet, int? snmpPort) => JsonSerializer.Serialize(new object[]
    {
        new { name = "feature", enable = new[] { "SmartTracker.Agents", "SmartTracker.Api", "SmartTracker.Theme.Admin" } },
        new { name = "settings", TimeZoneId = "Europe/Berlin", Currency = "EUR", Culture = "en" },
        new
        {
            name = "Users",
            Users = new[] { ("admin", "Administrator"), ("books", "Bookkeeper") }.Select(user => new { UserName = user.Item1, Email = user.Item1 + "@nord.example", RoleNames = new[] { user.Item2 }, Password }),
        },
        // An agent may reach what the host may not, so their networks are not asked for here.
        new
        {
            name = "Printers",
            Printers = fleet.Printers
                .Select(printer => (object)new { printer.Plan.Name, Address = printer.Address.ToString(), printer.Plan.Protocol, printer.Plan.AdminPassword, Site = "Hall" })
                .Concat(snmpPort is null ? [] : [new { Name = "State only", Address = $"127.0.0.1:{snmpPort}", Protocol = "none", Snmp = SnmpAccess }]),
        },
    });

    [GeneratedRegex("value=\"(ste_[0-9A-Za-z]+)\"")]
    private static partial Regex TokenPattern();
}
