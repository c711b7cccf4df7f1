using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Setup;
using SmartTracker.Shell.Tenants;
using SmartTracker.TestHost;

namespace SmartTracker.Web.Tests;

public sealed class AutoSetupTests
{
    private const string Password = "four words are plenty";

    [Theory]
    [InlineData(DatabaseEngine.Sqlite, "OrchardCore:OrchardCore_AutoSetup")]
    [InlineData(DatabaseEngine.Postgres, "OrchardCore:AutoSetup")]
    public async Task A_listed_installation_sets_itself_up_with_its_customers_under_both_spellings(DatabaseEngine engine, string section)
    {
        await using var host = await StartAsync(engine, section);
        await Eventually.IsTrueAsync(() => host.Tenants.List().Count(tenant => tenant.State == TenantState.Running) == 2);

        var store = host.Services.GetRequiredService<TenantStore>();
        Assert.Equal(("Plotservice Hansa", "Europe/Lisbon", engine), (store.Find("Default")!.Site.SiteName, store.Find("Default")!.Site.TimeZoneId, store.Find("Default")!.DatabaseProvider));
        Assert.Equal(("Nordplan", "nord", "Europe/Berlin"), (store.Find("nordplan")!.Site.SiteName, store.Find("nordplan")!.RequestUrlPrefix, store.Find("nordplan")!.Site.TimeZoneId));
        foreach (var (tenant, user) in new[] { ("Default", "timo"), ("nordplan", "katrin") })
        {
            await host.InTenantAsync(tenant, async services =>
            {
                var connection = services.GetRequiredService<ITenantDatabase>().Connection;
                await connection.OpenAsync();
                await using var command = connection.CreateCommand();
                command.CommandText = "SELECT user_name || ' ' || email FROM users";
                Assert.Equal($"{user} {user}@hansa.example", await command.ExecuteScalarAsync());
            });
        }

        Assert.Equal(HttpStatusCode.NotFound, (await host.Browser().GetAsync("setup")).StatusCode);
        var before = store.List().Select(settings => settings.VersionId).ToArray();
        await host.RestartAsync();
        await host.Services.GetRequiredService<AutoSetup>().EnsureAllAsync(CancellationToken.None);
        Assert.Equal(before, host.Services.GetRequiredService<TenantStore>().List().Select(settings => settings.VersionId));
    }

    [Fact]
    public async Task With_a_path_it_waits_for_a_request_there_and_many_at_once_set_up_one_site()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite, "OrchardCore:AutoSetup", ("AutoSetupPath", "/autosetup"));
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.GetAsync("")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.GetAsync("setup?token=" + host.Services.GetRequiredService<SetupTokens>().Of("Default"))).StatusCode);
        Assert.DoesNotContain(host.Tenants.List(), tenant => tenant.State == TenantState.Running);

        // A second host on the same folder, as two instances behind one address.
        await using var twin = SmartTrackerHost.Build(new HostOptions(host.DataFolder, "http://127.0.0.1:0", Settings("OrchardCore:AutoSetup", ("AutoSetupPath", "/autosetup"))));
        var both = Enumerable.Range(0, 4).Select(_ => browser.GetAsync("autosetup")).Cast<Task>().Append(twin.Services.GetRequiredService<AutoSetup>().EnsureAsync("Default", CancellationToken.None));
        await Task.WhenAll(both);
        await Eventually.IsTrueAsync(() => host.Tenants.List().Any(tenant => tenant is { IsDefault: true, State: TenantState.Running }));
        Assert.Equal(TenantState.Uninitialized, host.Tenants.List().Single(tenant => tenant.Name == "nordplan").State);
        Assert.Equal("/nord/", (await browser.GetAsync("nord/autosetup")).Headers.Location!.OriginalString);
        Assert.All(host.Tenants.List(), tenant => Assert.Equal(TenantState.Running, tenant.State));
    }

    [Theory]
    [InlineData("Tenants:0:AdminPassword", "", "AdminPassword")]
    [InlineData("Tenants:0:AdminPassword", "short", "AdminPassword")]
    [InlineData("Tenants:1:SiteTimeZone", "Europe/Atlantis", "SiteTimeZone")]
    [InlineData("Tenants:0:DatabaseProvider", "SqlConnection", "DatabaseProvider")]
    [InlineData("Tenants:1:RecipeName", "Agency", "RecipeName")]
    [InlineData("Tenants:1:ShellName", "Default", "ShellName")]
    [InlineData("Tenants:0:ShellName", "Provider", "ShellName")]
    public async Task A_wrong_entry_keeps_the_host_from_starting_and_is_named(string key, string value, string named)
    {
        var exception = await Assert.ThrowsAsync<TenantRefusedException>(async () =>
        {
            await using var host = await StartAsync(DatabaseEngine.Sqlite, "OrchardCore:OrchardCore_AutoSetup", (key, value));
        });
        Assert.Contains("OrchardCore:OrchardCore_AutoSetup:Tenants", exception.Message, StringComparison.Ordinal);
        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_leaves_nothing_and_is_tried_again_at_the_next_request()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite, "OrchardCore:AutoSetup", ("Tenants:0:DatabaseProvider", "Postgres"), ("Tenants:0:DatabaseConnectionString", "Host=127.0.0.1;Port=1;Database=x;Username=y"));
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };
        using var answer = await browser.GetAsync("");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.DoesNotContain("Port=1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Tenants.List(), tenant => tenant.IsDefault);
    }

    private static Task<RunningHost> StartAsync(DatabaseEngine engine, string section, params (string Key, string Value)[] changes) =>
        RunningHost.StartAsync(engine, Settings(section, changes));

    private static Dictionary<string, string?> Settings(string section, params (string Key, string Value)[] changes)
    {
        var settings = new Dictionary<string, string?>
        {
            ["SmartTracker:Recipes"] = Path.Combine(AppContext.BaseDirectory, "recipes"),
            [section + ":Tenants:0:ShellName"] = "Default",
            [section + ":Tenants:0:SiteName"] = "Plotservice Hansa",
            [section + ":Tenants:0:SiteTimeZone"] = "Europe/Lisbon",
            [section + ":Tenants:0:AdminUsername"] = "timo",
            [section + ":Tenants:0:AdminEmail"] = "timo@hansa.example",
            [section + ":Tenants:0:AdminPassword"] = Password,
            [section + ":Tenants:0:RecipeName"] = "provider",
            [section + ":Tenants:1:ShellName"] = "nordplan",
            [section + ":Tenants:1:SiteName"] = "Nordplan",
            [section + ":Tenants:1:AdminUsername"] = "katrin",
            [section + ":Tenants:1:AdminEmail"] = "katrin@hansa.example",
            [section + ":Tenants:1:AdminPassword"] = Password,
            [section + ":Tenants:1:DatabaseTablePrefix"] = "",
            [section + ":Tenants:1:RecipeName"] = "customer",
            [section + ":Tenants:1:RequestUrlPrefix"] = "nord",
        };
        foreach (var (key, value) in changes)
            settings[section + ":" + key] = value;
        return settings;
    }
}
