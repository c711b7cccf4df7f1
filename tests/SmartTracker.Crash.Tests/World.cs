using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Billing.Closing;
using SmartTracker.Billing.Delivery;
using SmartTracker.Collection.Collecting;
using SmartTracker.Web;

namespace SmartTracker.Crash.Tests;

/// <summary>An installation on disk (and in a database of its own): a provider, two customers and their printers. A host in this process has it
/// open while the test itself works with it, and has closed it before a process is struck.</summary>
internal sealed class World : IAsyncDisposable
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("smarttracker-crash-").FullName;
    private readonly CrashableDatabase _database;
    private readonly Dictionary<string, string?> _settings;
    private readonly Clock _clock = new();
    private WebApplication? _host;

    private World(DatabaseEngine engine, Printers printers)
    {
        _database = CrashableDatabase.Create(engine);
        _settings = new Dictionary<string, string?>(_database.Settings)
        {
            ["SmartTracker:Recipes"] = Path.Combine(_folder, "recipes"),
            ["SmartTracker:Network:Allow:0"] = "127.0.0.1/32:" + string.Join(',', printers.All.Select(printer => printer.Address.Port)),
            ["SmartTracker:Collection:LeaseSeconds"] = Lease.TotalSeconds.ToString(CultureInfo.InvariantCulture),
            ["SmartTracker:BackgroundWork"] = "false",
            ["Logging:LogLevel:Default"] = "Error",
        };
    }

    public IReadOnlyList<FaultKind> Kinds => _database.Kinds;

    public ITenants Tenants => (_host ??= SmartTrackerHost.Build(
        new HostOptions(DataFolder, "http://127.0.0.1:0", _settings),
        services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)))).Services.GetRequiredService<ITenants>();

    private string DataFolder => Path.Combine(_folder, "App_Data");

    public static async Task<World> CreateAsync(DatabaseEngine engine, Printers printers)
    {
        var world = new World(engine, printers);
        await world.CreateTenantAsync(Tenant.DefaultName, Recipes.Provider);
        foreach (var customer in Work.Customers)
            await world.CreateTenantAsync(customer, Recipes.Customer([.. printers.All.Where(printer => printer.Plan.Group == customer)]));
        return world;
    }

    /// <summary>Runs a step in a process of its own that comes to a bad end. False where it was done before.</summary>
    public async Task<bool> StrikeAsync(WorkStep step, Fault fault)
    {
        await CloseAsync();
        var struck = await _database.StrikeAsync(environment => new HostProcess([.. step.Arguments, .. Options], environment), fault);
        // What the dead one was collecting is free again after this time, without anybody's help.
        if (!step.Bills)
            await Task.Delay(Lease);
        return struck;
    }

    /// <summary>Runs a step undisturbed. How often it committed.</summary>
    public async Task<int> RunAsync(WorkStep step)
    {
        var before = _database.Commits;
        if (step.Bills)
        {
            var outcome = await InAsync(Tenant.DefaultName, services =>
                services.GetRequiredService<MonthCloser>().IssueAsync(step.Customer, step.Month, null, CancellationToken.None));
            Assert.True(outcome is MonthIssued or MonthBilledBefore, $"{step.Name}: {outcome}");
        }
        else
        {
            var outcomes = await InAsync(step.Customer, services => services.GetRequiredService<PrintJobCollector>().CollectAsync(null, CancellationToken.None));
            Assert.All(outcomes, outcome => Assert.True(outcome.IsGood, $"{step.Name}: {outcome.Sentence}"));
        }

        return _database.Commits - before;
    }

    /// <summary>What the scheduler does every minute, two hours later: what waits for its next attempt is due.</summary>
    public async Task DeliverAsync()
    {
        _clock.Ahead = TimeSpan.FromHours(2);
        await InAsync(Tenant.DefaultName, async services =>
        {
            await services.GetRequiredService<InvoiceDelivery>().DeliverDueAsync(CancellationToken.None);
            return true;
        });
        _clock.Ahead = TimeSpan.Zero;
    }

    public Task<T> InAsync<T>(string tenant, Func<IServiceProvider, Task<T>> work) => Tenants.RunAsync(tenant, work, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private IEnumerable<string> Options => ["--data", DataFolder, .. _settings.SelectMany(setting => new[] { "--set", $"{setting.Key}={setting.Value}" })];

    private async Task CloseAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        _host = null;
        SqliteConnection.ClearAllPools();
    }

    private async Task CreateTenantAsync(string name, string steps)
    {
        var recipe = name.ToLowerInvariant();
        Directory.CreateDirectory(Path.Combine(_folder, "recipes"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "recipes", recipe + ".recipe.json"), $$"""{ "name": "{{recipe}}", "steps": {{steps}} }""");
        await Tenants.CreateAsync(new NewTenant(name, recipe, name == Tenant.DefaultName ? "" : name), CancellationToken.None);
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
