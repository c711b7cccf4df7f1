using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Billing.Closing;
using SmartTracker.Collection.Collecting;
using SmartTracker.PrinterSimulator;
using SmartTracker.PrinterSimulator.Plan;
using SmartTracker.Shell.Recipes;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.TestHost;

/// <summary>The provider of the demo with its two customers, from the shipped recipes: printers that answer over TLS, their jobs collected,
/// last month billed. Besides the demo's users each tenant has a bookkeeper and a guest whose role grants nothing.</summary>
public sealed class DemoWorld : IAsyncDisposable
{
    public const string Password = "four words are plenty";

    /// <summary>A role without any permission.</summary>
    public const string Guest = "Guest";

    public static readonly IReadOnlyList<string> Customers = ["baukontor", "nordplan"];

    private DemoWorld(RunningHost host, SimulatedFleet fleet, DateTimeOffset now)
    {
        (Host, Fleet) = (host, fleet);
        var month = DateOnly.FromDateTime(now.UtcDateTime).AddMonths(-1);
        BilledMonth = new YearMonth(month.Year, month.Month);
    }

    public RunningHost Host { get; }

    public SimulatedFleet Fleet { get; }

    /// <summary>The month before the world began.</summary>
    public YearMonth BilledMonth { get; }

    /// <param name="time">Null is the system's clock.</param>
    /// <param name="change">Changes the printers and their jobs before they answer.</param>
    /// <param name="settings">Of the host, beside the networks of the printers.</param>
    /// <param name="customers">Who is there; both unless said otherwise.</param>
    /// <param name="billed">Whose last month is billed; everybody's unless said otherwise.</param>
    public static async Task<DemoWorld> StartAsync(
        TimeProvider? time = null,
        Func<FleetPlan, FleetPlan>? change = null,
        IReadOnlyDictionary<string, string?>? settings = null,
        IReadOnlyList<string>? customers = null,
        IReadOnlyList<string>? billed = null)
    {
        var now = (time ?? TimeProvider.System).GetUtcNow();
        var plan = Plan(now);
        var fleet = await SimulatedFleet.StartAsync(change?.Invoke(plan) ?? plan, time ?? TimeProvider.System, CancellationToken.None);
        var host = await RunningHost.StartAsync(DatabaseEngine.Sqlite, new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>())
        {
            ["SmartTracker:Network:Allow:0"] = "127.0.0.1/32:" + string.Join(',', fleet.Printers.Select(printer => printer.Address.Port)),
        }, time);
        var world = new DemoWorld(host, fleet, now);
        CopyRecipes(host);
        await world.CreateAsync(Tenant.DefaultName, "demo-provider", new Dictionary<string, string>());
        foreach (var customer in customers ?? Customers)
        {
            await world.AddCustomerAsync(customer);
            if (billed?.Contains(customer) ?? true)
                await world.BillAsync(customer);
        }

        return world;
    }

    /// <summary>A customer of the demo with its printers read.</summary>
    public async Task AddCustomerAsync(string customer)
    {
        var parameters = new Dictionary<string, string>();
        foreach (var (index, printer) in Fleet.Printers.Where(printer => printer.Plan.Group == customer).Index())
        {
            parameters[$"printer{index + 1}"] = printer.Address.ToString();
            parameters[$"printer{index + 1}Password"] = printer.Plan.AdminPassword;
        }

        await CreateAsync(customer, customer, parameters);
        await Host.InTenantAsync(customer, async services =>
        {
            foreach (var outcome in await services.GetRequiredService<PrintJobCollector>().CollectAsync(null, CancellationToken.None))
            {
                if (outcome.Result != Collection.Domain.CollectionResult.Complete)
                    throw new InvalidOperationException($"{outcome.PrinterName}: {outcome.Sentence}");
            }
        });
    }

    /// <summary>Bills the customer's last month.</summary>
    public Task BillAsync(string customer) => Host.InTenantAsync(Tenant.DefaultName, async services =>
    {
        var outcome = await services.GetRequiredService<MonthCloser>().IssueAsync(customer, BilledMonth, null, CancellationToken.None);
        if (outcome is not MonthIssued { Delivered: true })
            throw new InvalidOperationException(services.GetRequiredService<CloseWords>().Sentence(outcome));
    });

    public Task<Session> SignInAsync(string tenant, string? user) => Session.OpenAsync(Host, tenant, user, Password);

    /// <summary>Runs recipe steps, given as JSON, on a tenant that is there.</summary>
    public Task RunStepsAsync(string tenant, string stepsJson) => Host.Services.GetRequiredService<RecipeRunner>().RunAsync(
        Host.Services.GetRequiredService<TenantStore>().Find(tenant)!,
        Recipe.Parse($$"""{ "name": "more", "steps": {{stepsJson}} }""", "more"),
        new Dictionary<string, string>(),
        dryRun: false,
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Fleet.DisposeAsync();
    }

    private async Task CreateAsync(string name, string recipe, Dictionary<string, string> parameters)
    {
        parameters["password"] = Password;
        await Host.Tenants.CreateAsync(
            new NewTenant(name, recipe, name == Tenant.DefaultName ? "" : name, Database: "Sqlite", Parameters: parameters), CancellationToken.None);
        await RunStepsAsync(name, $$"""
            [
              { "name": "Roles", "Roles": [{ "Name": "{{Guest}}", "Description": "May do nothing", "Permissions": [] }] },
              { "name": "Users", "Users": [
                { "UserName": "administrator", "Email": "", "RoleNames": ["Administrator"], "Password": "{{Password}}" },
                { "UserName": "bookkeeper", "Email": "", "RoleNames": ["Bookkeeper"], "Password": "{{Password}}" },
                { "UserName": "customer", "Email": "", "RoleNames": ["Customer"], "Password": "{{Password}}" },
                { "UserName": "guest", "Email": "", "RoleNames": ["{{Guest}}"], "Password": "{{Password}}" } ] }
            ]
            """);
    }

    private static FleetPlan Plan(DateTimeOffset now) => FleetPlan.Create(20261122, new FleetOptions
    {
        BilledMonth = DateOnly.FromDateTime(now.UtcDateTime).AddMonths(-1),
        GeneratedAt = now,
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
        Printers =
        [
            new("nordplan", "Plotter Entwurf", "HP DesignJet Z9 44in", Trade.Architects, 914, 14, 4),
            new("nordplan", "Plotter Bauleitung", "HP DesignJet T1700 44in", Trade.Architects, 914, 9, 3),
            new("baukontor", "Kontor 1", "HP PageWide XL 5100", Trade.Reprographics, 1067, 12, 3),
            new("baukontor", "Kontor 2", "HP DesignJet Z9 44in", Trade.Reprographics, 1067, 7, 2),
        ],
    });

    private static void CopyRecipes(RunningHost host)
    {
        foreach (var recipe in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "recipes"), "*.recipe.json"))
            File.Copy(recipe, Path.Combine(Path.GetDirectoryName(host.DataFolder)!, "recipes", Path.GetFileName(recipe)));
    }
}
