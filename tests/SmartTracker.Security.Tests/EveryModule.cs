using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Agents.Enrolling;
using SmartTracker.Api.Domain;
using SmartTracker.Api.Keys;
using SmartTracker.Collection.Collecting;
using SmartTracker.PrinterSimulator;
using SmartTracker.Security.Tests.Matrix;
using SmartTracker.Shell.Features;
using SmartTracker.TestHost;

namespace SmartTracker.Security.Tests;

/// <summary>The demo's provider and customers on 20 November 2026, each with every module that it may have, and Default with a printer of its own.
/// Shared by the tests that leave it as they found it.</summary>
public sealed class EveryModule : IAsyncLifetime
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<(string Tenant, string? User), Session> _sessions = [];
    private readonly Dictionary<(string Tenant, string? User), Session> _programs = [];
    private readonly Dictionary<(string Tenant, string? User), IReadOnlyDictionary<string, Answer>> _pages = [];

    public DemoWorld World { get; private set; } = null!;

    public RunningHost Host => World.Host;

    public async ValueTask InitializeAsync()
    {
        World = await DemoWorld.StartAsync(new FakeTimeProvider(Now), settings: new Dictionary<string, string?>
        {
            // Refused tokens are what these tests are about.
            ["Logging:LogLevel:Microsoft.AspNetCore.Antiforgery"] = "None",
            // The clock stands still, so all is asked in one minute.
            ["SmartTracker:Api:RequestsPerMinute"] = "1000000",
        });
        var catalog = Host.Services.GetRequiredService<FeatureCatalog>();
        foreach (var tenant in Host.Tenants.List())
        {
            var all = catalog.All.Where(feature => !feature.IsAlwaysEnabled && (tenant.IsDefault || !feature.DefaultTenantOnly)).Select(feature => feature.Id).ToList();
            await Host.Tenants.ChangeFeaturesAsync(tenant.Name, all, [], CancellationToken.None);
        }

        await World.RunStepsAsync(Tenant.DefaultName, $$"""
            [
              { "name": "Printers", "Printers": [{ "Name": "Hausplotter", "Address": "{{World.Fleet.Printers[0].Address}}", "Protocol": "piws", "AdminPassword": "{{World.Fleet.Printers[0].Plan.AdminPassword}}" }] },
              { "name": "CostRules", "CostRules": [{ "ValidFrom": "2020-01-01", "Printer": null, "Currency": "EUR", "Rates": [{ "Measure": "MediaArea", "UnitPrice": "1.5" }] }] }
            ]
            """);
        await Host.InTenantAsync(Tenant.DefaultName, services => services.GetRequiredService<PrintJobCollector>().CollectAsync(null, CancellationToken.None));
        foreach (var tenant in Host.Tenants.List().Select(tenant => tenant.Name))
            await UseAsync(tenant, tenant == Tenant.DefaultName ? "operator" : "administrator");
        foreach (var tenant in Host.Tenants.List().Select(tenant => tenant.Name))
        {
            foreach (var user in PermissionMatrix.UsersOf(tenant))
                await WithKeyAsync(tenant, user);
        }

        // From here on nobody reads a printer: what is stored changes by what a test asks for, and by nothing else.
        foreach (var printer in World.Fleet.Printers)
            await printer.SetFaultAsync(new SimulatorFault.ConnectionRefused());
    }

    /// <summary>What exists only after somebody did something: a second session to end, a named view, a site, a file format, an agent and one that is expected.</summary>
    private async Task UseAsync(string tenant, string user)
    {
        await World.RunStepsAsync(tenant, """
            [{ "name": "print-job-import-profiles", "profiles": [{ "name": "Plotserver", "dateFormat": "dd.MM.yyyy HH:mm", "columns": [{ "name": "Gedruckt", "field": "completedAt" }] }] }]
            """);
        await World.SignInAsync(tenant, user);
        var session = await SignedInAsync(tenant, user);
        Assert.Equal(302, (await session.PostAsync("/admin/print-jobs/views?month=all", ("name", "Alles"))).Status);
        await Host.InTenantAsync(tenant, async services =>
        {
            var enroller = services.GetRequiredService<AgentEnroller>();
            await enroller.InviteAsync("Lager", user, Duration.FromDays(1), CancellationToken.None);
            var (_, token) = await enroller.InviteAsync("Büro", user, Duration.FromDays(1), CancellationToken.None);
            Assert.NotNull(await enroller.EnrolAsync(token.Text, "1", "test", CancellationToken.None));
        });
        Assert.Equal(302, (await session.PostAsync("/admin/printers/sites/new", ("Name", "Haupthaus"))).Status);
    }

    /// <param name="user">Null is somebody who is not signed in.</param>
    public async Task<Session> SignedInAsync(string tenant, string? user)
    {
        if (!_sessions.TryGetValue((tenant, user), out var session))
            _sessions[(tenant, user)] = session = await World.SignInAsync(tenant, user);
        return session;
    }

    /// <summary>A program with a key of the role that this user has; null has none.</summary>
    public async Task<Session> WithKeyAsync(string tenant, string? user)
    {
        if (!_programs.TryGetValue((tenant, user), out var program))
        {
            var anonymous = await SignedInAsync(tenant, null);
            _programs[(tenant, user)] = program = user is null ? anonymous : anonymous.WithKey(await KeyAsync(tenant, char.ToUpperInvariant(user[0]) + user[1..]));
            // The first use of a key is noted.
            await program.GetAsync("/api/v1/print-jobs");
        }

        return program;
    }

    private Task<string> KeyAsync(string tenant, string role) => Host.InTenantAsync(tenant, async services =>
        (await services.GetRequiredService<ApiKeyIssuer>().CreateAsync(new NewApiKey(role, [role], null, "test"), CancellationToken.None)).Text.Text);

    /// <summary>Everything that links lead this person to.</summary>
    public async Task<IReadOnlyDictionary<string, Answer>> PagesAsync(string tenant, string? user)
    {
        if (!_pages.TryGetValue((tenant, user), out var pages))
            _pages[(tenant, user)] = pages = await Crawl.AllAsync(await SignedInAsync(tenant, user));
        return pages;
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class OnEveryModule : ICollectionFixture<EveryModule>
{
    public const string Name = "Every module";
}
