using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Tenants;
using SmartTracker.Web;

namespace SmartTracker.TestHost;

/// <summary>A whole host on a fresh data folder (and a fresh PostgreSQL database), on a real socket. Background work runs only on request.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    // Of a loaded machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DatabaseEngine _engine;
    private readonly string _folder = Directory.CreateTempSubdirectory("smarttracker-test-").FullName;
    private readonly string? _database;
    private readonly Dictionary<string, string?> _settings;
    private readonly TimeProvider? _time;
    private readonly Action<IServiceCollection>? _configure;
    private string _urls = "http://127.0.0.1:0";
    private WebApplication _app = null!;

    private RunningHost(
        DatabaseEngine engine, IReadOnlyDictionary<string, string?>? settings, TimeProvider? time, Action<IServiceCollection>? configure)
    {
        _configure = configure;
        _engine = engine;
        _time = time;
        _settings = new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>())
        {
            ["SmartTracker:Database:Provider"] = engine.ToString(),
            ["Logging:LogLevel:Default"] = "Warning",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
            ["Logging:LogLevel:SmartTracker.Web"] = "Error",
        };
        _settings.TryAdd("SmartTracker:Recipes", Path.Combine(_folder, "recipes"));
        _settings.TryAdd("SmartTracker:BackgroundWork", "false");
        // Hashing passwords was two fifths of all that the tests computed.
        _settings.TryAdd("SmartTracker:Users:PasswordIterations", "100");
        Directory.CreateDirectory(Path.Combine(_folder, "recipes"));
        if (engine == DatabaseEngine.Postgres)
        {
            _database = "st_" + Guid.NewGuid().ToString("N");
            Postgres.Execute($"CREATE DATABASE {_database}");
            _settings["SmartTracker:Database:ConnectionString"] =
                new NpgsqlConnectionStringBuilder(Postgres.Server) { Database = _database, MaxPoolSize = 20 }.ToString();
        }
    }

    public string DataFolder => Path.Combine(_folder, "App_Data");

    /// <summary>What another process must be told to work on the same installation.</summary>
    public IReadOnlyDictionary<string, string?> Settings => _settings;

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    public ITenants Tenants => Services.GetRequiredService<ITenants>();

    /// <param name="configure">Changes the host's services after all others, such as the catalog of features.</param>
    public static async Task<RunningHost> StartAsync(
        DatabaseEngine engine, IReadOnlyDictionary<string, string?>? settings = null, TimeProvider? time = null, Action<IServiceCollection>? configure = null)
    {
        var host = new RunningHost(engine, settings, time, configure);
        await host.StartAsync();
        return host;
    }

    /// <summary>Stops and starts again on the same data, as after a restart of the service.</summary>
    /// <param name="change">Settings that are others from then on.</param>
    public async Task RestartAsync(IReadOnlyDictionary<string, string?>? change = null)
    {
        await _app.DisposeAsync();
        foreach (var (key, value) in change ?? new Dictionary<string, string?>())
            _settings[key] = value;
        await StartAsync();
    }

    /// <summary>Waits until nobody holds the tenant's shell any more: requests let go of it a moment after their answer, and some works go on behind it.</summary>
    public async Task QuietAsync(string tenant)
    {
        await using var use = await Services.GetRequiredService<ShellHost>().UseAsync(Services.GetRequiredService<TenantStore>().Find(tenant)!, CancellationToken.None);
        for (var watch = Stopwatch.StartNew(); use.Shell.Users > 1; await Task.Delay(5))
        {
            if (watch.Elapsed > Patience)
                throw new TimeoutException($"{use.Shell.Users - 1} requests or works of {tenant} did not end within {Patience.TotalMinutes} minutes.");
        }
    }

    /// <summary>Nobody answers at its address until it is started again.</summary>
    public async Task StopAsync()
    {
        await _app.DisposeAsync();
        _urls = Address.GetLeftPart(UriPartial.Authority);
    }

    /// <summary>Starts again, after <see cref="StopAsync"/>, on the same data and at the same address.</summary>
    public Task StartAgainAsync() => StartAsync();

    /// <summary>Creates a tenant from recipe steps given as JSON, such as <c>[{"name":"feature","enable":["SmartTracker.Printers"]}]</c>.</summary>
    public async Task CreateTenantAsync(string name, string stepsJson = "[]", string? prefix = null)
    {
        var recipe = name.ToLowerInvariant() + "-recipe";
        await File.WriteAllTextAsync(Path.Combine(_folder, "recipes", recipe + ".recipe.json"), $$"""{ "name": "{{recipe}}", "steps": {{stepsJson}} }""");
        await Tenants.CreateAsync(new NewTenant(name, recipe, prefix ?? (name == Tenant.DefaultName ? "" : name.ToLowerInvariant())), CancellationToken.None);
    }

    public Task<T> InTenantAsync<T>(string tenant, Func<IServiceProvider, Task<T>> work) => Tenants.RunAsync(tenant, work, CancellationToken.None);

    public Task InTenantAsync(string tenant, Func<IServiceProvider, Task> work) => Tenants.RunAsync(tenant, async services =>
    {
        await work(services);
        return true;
    }, CancellationToken.None);

    /// <summary>A browser without script: keeps cookies, follows no redirect. Its addresses are relative to the tenant.</summary>
    public HttpClient Browser(string tenant = Tenant.DefaultName)
    {
        var prefix = Tenants.List().Single(known => known.Name == tenant).UrlPrefix;
        return new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = prefix.Length == 0 ? Address : new Uri(Address, prefix + "/"),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (_database is not null)
        {
            NpgsqlConnection.ClearAllPools();
            Postgres.Execute($"DROP DATABASE {_database} WITH (FORCE)");
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync()
    {
        _app = SmartTrackerHost.Build(new HostOptions(DataFolder, _urls, _settings), services =>
        {
            if (_time is not null)
                services.Replace(ServiceDescriptor.Singleton(_time));
            _configure?.Invoke(services);
        });
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }
}
