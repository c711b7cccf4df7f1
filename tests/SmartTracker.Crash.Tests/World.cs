using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Billing.Delivery;
using SmartTracker.Web;
using SmartTracker.Web.Commands;

namespace SmartTracker.Crash.Tests;

/// <summary>An installation on disk (and in a database of its own): a provider, two customers and their printers. No process holds it between two commands.</summary>
internal sealed class World : IAsyncDisposable
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("smarttracker-crash-").FullName;
    private readonly CrashableDatabase _database;
    private readonly Dictionary<string, string?> _settings;

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

    private string DataFolder => Path.Combine(_folder, "App_Data");

    public static async Task<World> CreateAsync(DatabaseEngine engine, Printers printers)
    {
        var world = new World(engine, printers);
        await world.HereAsync(async tenants =>
        {
            await world.CreateTenantAsync(tenants, Tenant.DefaultName, Recipes.Provider);
            foreach (var customer in Work.Customers)
                await world.CreateTenantAsync(tenants, customer, Recipes.Customer([.. printers.All.Where(printer => printer.Plan.Group == customer)]));
            return true;
        });
        return world;
    }

    /// <summary>Runs a step in a process of its own that comes to a bad end. False where it was done before.</summary>
    public async Task<bool> StrikeAsync(WorkStep step, Fault fault)
    {
        var struck = await _database.StrikeAsync(environment => new HostProcess([.. step.Arguments, .. Options], environment), fault);
        // What the dead one was collecting is free again after this time, without anybody's help.
        if (!step.IsDoneOnce)
            await Task.Delay(Lease);
        return struck;
    }

    /// <summary>Runs a step undisturbed: a freshly started host, but in this process, which need not be compiled anew. How often it committed.</summary>
    public async Task<int> RunAsync(WorkStep step)
    {
        var before = _database.Commits;
        var code = await CommandLine.RunAsync([.. step.Arguments, .. Options]);
        Assert.True(code == 0, $"{step.Name} ended with {code}; what it said is in the output.");
        SqliteConnection.ClearAllPools();
        return _database.Commits - before;
    }

    /// <summary>What the scheduler does every minute, two hours later: what waits for its next attempt is due.</summary>
    public Task DeliverAsync() => HereAsync(
        tenants => tenants.RunAsync(Tenant.DefaultName, async services =>
        {
            await services.GetRequiredService<InvoiceDelivery>().DeliverDueAsync(CancellationToken.None);
            return true;
        }, CancellationToken.None),
        new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddHours(2)));

    /// <summary>With a composed host that is not serving.</summary>
    public async Task<T> HereAsync<T>(Func<ITenants, Task<T>> work, TimeProvider? time = null)
    {
        try
        {
            await using var app = SmartTrackerHost.Build(new HostOptions(DataFolder, "http://127.0.0.1:0", _settings), services =>
            {
                if (time is not null)
                    services.Replace(ServiceDescriptor.Singleton(time));
            });
            return await work(app.Services.GetRequiredService<ITenants>());
        }
        finally
        {
            SqliteConnection.ClearAllPools();
        }
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private IEnumerable<string> Options => ["--data", DataFolder, .. _settings.SelectMany(setting => new[] { "--set", $"{setting.Key}={setting.Value}" })];

    private async Task CreateTenantAsync(ITenants tenants, string name, string steps)
    {
        var recipe = name.ToLowerInvariant();
        Directory.CreateDirectory(Path.Combine(_folder, "recipes"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "recipes", recipe + ".recipe.json"), $$"""{ "name": "{{recipe}}", "steps": {{steps}} }""");
        await tenants.CreateAsync(new NewTenant(name, recipe, name == Tenant.DefaultName ? "" : name), CancellationToken.None);
    }
}
