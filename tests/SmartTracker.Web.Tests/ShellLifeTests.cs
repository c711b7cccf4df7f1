using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Features;
using SmartTracker.Shell.Tenants;
using SmartTracker.TestHost;

namespace SmartTracker.Web.Tests;

public sealed class ShellLifeTests : IDisposable
{
    private const string Slow = """[{"name":"feature","enable":["SmartTracker.Web.Tests"]}]""";

    private readonly Notes _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task A_change_of_features_drops_no_request_that_is_under_way()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        await host.CreateTenantAsync("nord", Slow);
        using var browser = host.Browser("nord");
        var pages = SlowPages.Of(host.DataFolder);
        const int Under = 8;
        var old = Enumerable.Range(0, Under).Select(_ => browser.GetStringAsync("slow")).ToArray();
        for (var i = 0; i < Under; i++)
            Assert.True(await pages.Entered.WaitAsync(TimeSpan.FromMinutes(2)));

        await host.Tenants.ChangeFeaturesAsync("nord", ["SmartTracker.Printers"], [], CancellationToken.None);
        var young = browser.GetStringAsync("slow");
        Assert.True(await pages.Entered.WaitAsync(TimeSpan.FromMinutes(2)));
        Assert.DoesNotContain(old, answer => answer.IsCompleted);
        // The second change retires the shell of the young request as well.
        await host.Tenants.ChangeFeaturesAsync("nord", [], ["SmartTracker.Printers"], CancellationToken.None);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("login")).StatusCode);

        pages.Released.Release(Under + 1);
        var answers = await Task.WhenAll(old);
        Assert.All(answers, answer => Assert.EndsWith(" alive", answer, StringComparison.Ordinal));
        Assert.Single(answers.Distinct());
        Assert.EndsWith(" alive", await young, StringComparison.Ordinal);
        Assert.NotEqual(answers[0], await young);
    }

    [Fact]
    public async Task A_request_that_holds_replaced_settings_does_not_bring_the_old_shell_back()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        await host.CreateTenantAsync("nord");
        var shells = host.Services.GetRequiredService<ShellHost>();
        var store = host.Services.GetRequiredService<TenantStore>();
        var before = store.Find("nord")!;
        await host.Tenants.ChangeFeaturesAsync("nord", ["SmartTracker.Printers"], [], CancellationToken.None);
        await using var current = await shells.UseAsync(store.Find("nord")!, CancellationToken.None);
        await using var late = await shells.UseAsync(before, CancellationToken.None);
        Assert.Same(current.Shell, late.Shell);
    }

    [Fact]
    public async Task While_a_tenant_is_set_up_it_asks_to_come_back_and_a_setup_that_died_is_cleared_away()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        await host.CreateTenantAsync("nord");
        using var browser = host.Browser("nord");
        await using (new FileStream(Path.Combine(host.DataFolder, ".setup.nord"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            await host.Services.GetRequiredService<TenantStore>().UpdateAsync("nord", stored => stored! with { State = TenantState.Initializing }, CancellationToken.None);
            await Task.Delay(TimeSpan.FromSeconds(1.5));
            foreach (var path in new[] { "", "setup", "login" })
            {
                using var page = await browser.GetAsync(path);
                Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
                Assert.True(page.Headers.RetryAfter!.Delta > TimeSpan.Zero);
                Assert.Contains("http-equiv=\"refresh\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }

            using var api = await browser.GetAsync("api/v1/printers");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (api.StatusCode, api.Content.Headers.ContentType!.MediaType));
        }

        await Eventually.IsTrueAsync(() => host.Tenants.List().All(tenant => tenant.Name != "nord"));
        await Eventually.IsTrueAsync(() => !Directory.Exists(Path.Combine(host.DataFolder, "Sites", "nord")));
    }

    [Fact]
    public async Task What_another_process_does_to_tenants_is_seen()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(host.DataFolder)!, "recipes", "plain.recipe.json"), """{"name":"plain","steps":[]}""");
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(host.Address, "elbe/") };
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("login")).StatusCode);

        await TheProgram.RunAsync(host, "tenant", "create", "elbe", "--recipe", "plain", "--prefix", "elbe", "--database", "sqlite");
        await Eventually.IsTrueAsync(async () => (await browser.GetAsync("login")).StatusCode == HttpStatusCode.OK);
        await TheProgram.RunAsync(host, "tenant", "feature", "elbe", "+SmartTracker.Printers");
        await Eventually.IsTrueAsync(async () => (await browser.GetAsync("admin/printers")).StatusCode == HttpStatusCode.Redirect);
        await TheProgram.RunAsync(host, "tenant", "disable", "elbe");
        await Eventually.IsTrueAsync(async () => (await browser.GetAsync("login")).StatusCode == HttpStatusCode.NotFound);
        await TheProgram.RunAsync(host, "tenant", "enable", "elbe");
        await Eventually.IsTrueAsync(async () => (await browser.GetAsync("login")).StatusCode == HttpStatusCode.OK);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_database_lost_during_a_request_is_said_with_a_reference_and_heals_alone(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        await host.CreateTenantAsync("nord", Slow);
        using var browser = host.Browser("nord");
        Assert.Equal("0 users", await browser.GetStringAsync("data"));

        var restore = await LoseDatabaseAsync(host, engine);
        using (var page = await browser.GetAsync("data"))
        {
            var text = await page.Content.ReadAsStringAsync();
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
            Assert.True(page.Headers.RetryAfter!.Delta > TimeSpan.Zero);
            Assert.True(page.Headers.Contains("Content-Security-Policy"));
            AssertHidden(text);
            Assert.Contains(_log.Lines, line => line.Contains("nord", StringComparison.Ordinal) && text.Contains(Reference(line), StringComparison.Ordinal));
        }

        using (var api = await browser.GetAsync("api/v1/data"))
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (api.StatusCode, api.Content.Headers.ContentType!.MediaType));
            Assert.NotNull(api.Headers.RetryAfter);
            var text = await api.Content.ReadAsStringAsync();
            AssertHidden(text);
            Assert.Contains(_log.Lines, line => Reference(line) == (string)JsonNode.Parse(text)!["reference"]!);
        }

        restore();
        Assert.Equal("0 users", await browser.GetStringAsync("data"));
    }

    [Fact]
    public async Task A_bug_is_answered_500_with_a_reference_that_the_log_knows_and_the_usual_headers()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        await host.CreateTenantAsync("nord", Slow);
        using var page = await host.Browser("nord").GetAsync("fails");
        var text = await page.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, page.StatusCode);
        Assert.Contains("default-src 'none'", string.Join("", page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        AssertHidden(text);
        Assert.Contains(_log.Lines, line => line.Contains("/fails", StringComparison.Ordinal) && text.Contains(Reference(line), StringComparison.Ordinal));
    }

    private static void AssertHidden(string text)
    {
        foreach (var secret in new[] { "   at ", "Exception", "Npgsql", "Sqlite", "Secret detail" })
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }

    /// <summary>The id that a log line names, <c>0HN…:00000001</c>.</summary>
    private static string Reference(string line) => line.Split(' ', '.', ',').FirstOrDefault(word => word.StartsWith("0H", StringComparison.Ordinal) && word.Contains(':', StringComparison.Ordinal)) ?? "none";

    /// <summary>Answers how to bring it back.</summary>
    private static async Task<Action> LoseDatabaseAsync(RunningHost host, DatabaseEngine engine)
    {
        if (engine == DatabaseEngine.Sqlite)
        {
            var file = Path.Combine(host.DataFolder, "Sites", "nord", "smarttracker.db");
            SqliteConnection.ClearAllPools();
            File.Move(file, file + ".kept");
            Directory.CreateDirectory(file);
            return () =>
            {
                Directory.Delete(file);
                File.Move(file + ".kept", file);
            };
        }

        var name = new NpgsqlConnectionStringBuilder(host.Services.GetRequiredService<HostConfiguration>().Values["SmartTracker:Database:ConnectionString"]).Database!;
        var away = name + "_away";
        await RenameAsync(name, away);
        return () => RenameAsync(away, name).GetAwaiter().GetResult();

        static async Task RenameAsync(string from, string to)
        {
            Postgres.Execute($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{from}'");
            await Task.Delay(100);
            Postgres.Execute($"ALTER DATABASE {from} RENAME TO {to}");
        }
    }

    private async Task<RunningHost> StartAsync(DatabaseEngine engine)
    {
        var host = await RunningHost.StartAsync(engine, configure: services =>
        {
            var catalog = new FeatureCatalog(FeatureCatalog.Of(typeof(SmartTrackerHost).Assembly).All.Append(SlowFeature));
            services.Replace(ServiceDescriptor.Singleton(catalog));
            services.AddSingleton<ILoggerProvider>(_log);
        });
        await host.CreateTenantAsync(Tenant.DefaultName);
        return host;
    }

    private static Feature SlowFeature { get; } = new(
        "SmartTracker.Web.Tests", "Slow pages", "", "Tests", ["SmartTracker.Users"], DefaultTenantOnly: false, IsAlwaysEnabled: false, IsTheme: false, typeof(ShellLifeTests).Assembly);
}
