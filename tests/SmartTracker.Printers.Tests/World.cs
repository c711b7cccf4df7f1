using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;
using SmartTracker.PrinterSimulator;
using SmartTracker.PrinterSimulator.Plan;
using SmartTracker.TestHost;

namespace SmartTracker.Printers.Tests;

/// <summary>A host with the tenant <c>nord</c>, which has no printer yet, and two simulated printers that it may reach.</summary>
internal sealed class World : IAsyncDisposable
{
    public const string Tenant = "nord";
    private const string Password = "four words are plenty";

    private World(SimulatedFleet fleet, RunningHost host) => (Fleet, Host) = (fleet, host);

    public SimulatedFleet Fleet { get; }

    public RunningHost Host { get; }

    public SimulatedPrinter Simulated => Fleet.Printers[0];

    /// <param name="ports">Of this machine that printers may have too.</param>
    public static async Task<World> StartAsync(DatabaseEngine engine, bool ipp = false, params int[] ports)
    {
        var plan = FleetPlan.Create(11, new FleetOptions
        {
            BilledMonth = new DateOnly(2026, 10, 1),
            GeneratedAt = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero),
            Zone = TimeZoneInfo.Utc,
            Printers = [.. Enumerable.Range(1, 2).Select(number =>
                new PrinterSpecification(Tenant, $"Plotter {number}", "HP DesignJet T2600 MFP", Trade.Architects, 914, 12, 4) { SpeaksIpp = ipp })],
        });
        var fleet = await SimulatedFleet.StartAsync(plan, TimeProvider.System, CancellationToken.None);
        var host = await RunningHost.StartAsync(engine, new Dictionary<string, string?>
        {
            ["SmartTracker:Network:Tenants:nord:Allow:0"] = "127.0.0.1:" + string.Join(',', [.. fleet.Printers.Select(printer => printer.Address.Port), .. ports]),
            ["SmartTracker:Network:Tenants:other:Allow:0"] = "0.0.0.0/0",
            ["SmartTracker:Network:Allow:0"] = "not a network",
        });
        await host.CreateTenantAsync(SmartTracker.Abstractions.Tenants.Tenant.DefaultName);
        await host.CreateTenantAsync(Tenant, JsonSerializer.Serialize(new object[]
        {
            new { name = "feature", enable = new[] { "SmartTracker.Collection", "SmartTracker.Theme.Admin" } },
            new { name = "settings", TimeZoneId = "Europe/Berlin", Currency = "EUR", Culture = "en" },
            new
            {
                name = "Users",
                Users = new[] { ("admin", "Administrator"), ("books", "Bookkeeper") }
                    .Select(user => new { UserName = user.Item1, Email = user.Item1 + "@nord.example", RoleNames = new[] { user.Item2 }, Password }),
            },
        }));
        return new World(fleet, host);
    }

    public async Task<HttpClient> SignInAsync(string user = "admin")
    {
        var browser = Host.Browser(Tenant);
        using var answer = await browser.SendFormAsync("login", "login", ("UserName", user), ("Password", Password), ("ReturnUrl", ""));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    public Task<HttpResponseMessage> RegisterAsync(HttpClient browser, SimulatedPrinter printer, string? password = null) => browser.SendFormAsync("admin/printers/new", "admin/printers/new",
        ("Name", printer.Plan.Name), ("Address", printer.Address.Authority), ("Protocol", "piws"), ("AdminPassword", password ?? printer.Plan.AdminPassword));

    public async Task<Printer> RegisteredAsync(HttpClient browser)
    {
        using var answer = await RegisterAsync(browser, Simulated);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return Assert.Single(await PrintersAsync());
    }

    public Task<List<Printer>> PrintersAsync() => Host.InTenantAsync(Tenant, services =>
        services.GetRequiredService<PrintersDbContext>().Printers.AsNoTracking().OrderBy(printer => printer.Name).ToListAsync());

    public Task<T> InLanguageAsync<T>(string language, Func<IServiceProvider, T> work) => Host.InTenantAsync(Tenant, services =>
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return Task.FromResult(work(services));
    });

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Fleet.DisposeAsync();
    }
}
