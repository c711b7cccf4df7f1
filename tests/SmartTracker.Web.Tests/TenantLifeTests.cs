using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Recipes;
using SmartTracker.Shell.Tenants;
using SmartTracker.TestHost;

namespace SmartTracker.Web.Tests;

public sealed class TenantLifeTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Two_tenants_live_in_one_host_each_with_its_own_data(DatabaseEngine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        await host.CreateTenantAsync(Tenant.DefaultName);
        await host.CreateTenantAsync("nord", """[{"name":"settings","SiteName":"Nord","AccentHue":120}]""");
        await host.CreateTenantAsync("sued", """[{"name":"settings","SiteName":"Süd","AccentHue":240}]""");

        Assert.Contains("--accent-h:120", await host.Browser("nord").GetStringAsync("theme.css"), StringComparison.Ordinal);
        Assert.Contains("--accent-h:240", await host.Browser("sued").GetStringAsync("theme.css"), StringComparison.Ordinal);
        Assert.NotEqual(await DatabaseOf(host, "nord"), await DatabaseOf(host, "sued"));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_shell_is_built_once_under_many_first_requests(DatabaseEngine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        await host.CreateTenantAsync(Tenant.DefaultName);
        await host.CreateTenantAsync("nord");
        await host.RestartAsync();

        var store = host.Services.GetRequiredService<TenantStore>();
        var shells = host.Services.GetRequiredService<ShellHost>();
        var uses = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => shells.UseAsync(store.Find("nord")!, CancellationToken.None))));
        Assert.Single(uses.Select(use => use.Shell).Distinct());
        foreach (var use in uses)
            await use.DisposeAsync();
    }

    [Fact]
    public async Task An_idle_shell_is_released_and_built_again_but_never_while_it_is_used()
    {
        await using var host = await RunningHost.StartAsync(DatabaseEngine.Sqlite);
        await host.CreateTenantAsync(Tenant.DefaultName);
        var settings = host.Services.GetRequiredService<TenantStore>().Find(Tenant.DefaultName)!;
        var shells = host.Services.GetRequiredService<ShellHost>();

        var first = await shells.UseAsync(settings, CancellationToken.None);
        await shells.ReleaseIdleAsync(TimeSpan.FromTicks(1));
        await using (var again = await shells.UseAsync(settings, CancellationToken.None))
            Assert.Same(first.Shell, again.Shell);

        await first.DisposeAsync();
        await shells.ReleaseIdleAsync(TimeSpan.FromHours(1));
        await using (var kept = await shells.UseAsync(settings, CancellationToken.None))
            Assert.Same(first.Shell, kept.Shell);

        await shells.ReleaseIdleAsync(TimeSpan.Zero);
        await using var built = await shells.UseAsync(settings, CancellationToken.None);
        Assert.NotSame(first.Shell, built.Shell);
        Assert.Throws<ObjectDisposedException>(() => first.Shell.Services.GetService(typeof(Tenant)));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_recipe_with_an_unknown_step_or_feature_names_it_and_changes_nothing(DatabaseEngine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        await host.CreateTenantAsync(Tenant.DefaultName);

        foreach (var (steps, named) in new[]
        {
            ("""[{"name":"settings","SiteName":"X"},{"name":"MakeCoffee"}]""", "MakeCoffee"),
            ("""[{"name":"settings","SiteName":"X"},{"name":"feature","enable":["SmartTracker.Coffee"]}]""", "SmartTracker.Coffee"),
            ("""[{"name":"settings","SiteName":"X","Colour":"red"}]""", "Colour"),
            ("""[{"name":"settings","TimeZoneId":"Europe/Atlantis"}]""", "Europe/Atlantis"),
        })
        {
            var exception = await Assert.ThrowsAsync<RecipeException>(() => host.CreateTenantAsync("acme", steps));
            Assert.Contains(named, exception.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(host.Tenants.List(), tenant => tenant.Name == "acme");
            Assert.False(Directory.Exists(Path.Combine(host.DataFolder, "Sites", "acme")));

            var before = host.Services.GetRequiredService<TenantStore>().Find(Tenant.DefaultName)!;
            await Assert.ThrowsAsync<RecipeException>(() => RunAsync(host, steps, dryRun: false));
            Assert.Equal(before.VersionId, host.Services.GetRequiredService<TenantStore>().Find(Tenant.DefaultName)!.VersionId);
        }
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_dry_run_lists_the_changes_and_makes_none(DatabaseEngine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        await host.CreateTenantAsync(Tenant.DefaultName);
        const string Steps = """[{"name":"settings","SiteName":"Plotservice"}]""";

        Assert.Contains("SiteName: Plotservice", await RunAsync(host, Steps, dryRun: true));
        Assert.Equal("", host.Services.GetRequiredService<TenantStore>().Find(Tenant.DefaultName)!.Site.SiteName);
        Assert.NotEmpty(await RunAsync(host, Steps, dryRun: false));
        Assert.Empty(await RunAsync(host, Steps, dryRun: false));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_disabled_tenant_answers_404_and_lives_again_when_enabled(DatabaseEngine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        await host.CreateTenantAsync(Tenant.DefaultName);
        await host.CreateTenantAsync("nord");
        using var browser = host.Browser("nord");

        await host.Tenants.DisableAsync("nord", CancellationToken.None);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("theme.css")).StatusCode);
        await Assert.ThrowsAsync<TenantUnavailableException>(() => host.InTenantAsync("nord", _ => Task.CompletedTask));

        await host.Tenants.EnableAsync("nord", CancellationToken.None);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("theme.css")).StatusCode);
    }

    [Fact]
    public async Task On_PostgreSQL_nothing_lands_in_the_public_schema()
    {
        await using var host = await RunningHost.StartAsync(DatabaseEngine.Postgres);
        await host.CreateTenantAsync(Tenant.DefaultName, """[{"name":"feature","enable":["SmartTracker.Tenants"]}]""");
        await host.CreateTenantAsync("nord");

        await using var connection = new NpgsqlConnection(await host.InTenantAsync("nord", services =>
            Task.FromResult(services.GetRequiredService<HostConfiguration>().Values["SmartTracker:Database:ConnectionString"])));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT table_schema || '.' || table_name FROM information_schema.tables WHERE table_schema IN ('public', 'nord') ORDER BY 1";
        var tables = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            tables.Add(reader.GetString(0));
        Assert.DoesNotContain(tables, table => table.StartsWith("public.", StringComparison.Ordinal));
        Assert.Contains("nord.users", tables);
    }

    private static Task<string> DatabaseOf(RunningHost host, string tenant) => host.InTenantAsync(tenant, async services =>
    {
        var database = services.GetRequiredService<ITenantDatabase>();
        await database.Connection.OpenAsync();
        await using var command = database.Connection.CreateCommand();
        command.CommandText = database.Engine == DatabaseEngine.Sqlite ? "SELECT file FROM pragma_database_list WHERE name = 'main'" : "SELECT current_schema()";
        return (string)(await command.ExecuteScalarAsync())!;
    });

    private static Task<IReadOnlyList<string>> RunAsync(RunningHost host, string steps, bool dryRun) =>
        host.Services.GetRequiredService<RecipeRunner>().RunAsync(
            host.Services.GetRequiredService<TenantStore>().Find(Tenant.DefaultName)!,
            Recipe.Parse($$"""{"name":"r","steps":{{steps}}}""", "r"),
            new Dictionary<string, string>(),
            dryRun,
            CancellationToken.None);
}
