using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Api.Data;
using SmartTracker.TestHost;

namespace SmartTracker.Api.Tests;

public sealed partial class KeyTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_key_opens_its_own_tenant_by_its_roles_until_it_expires_or_is_revoked(DatabaseEngine engine)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
        await using var host = await ApiHost.StartAsync(engine, clock);
        var expiring = await host.KeyAsync(ApiHost.Nord, "Bookkeeper", Instant.FromUtc(2026, 11, 21, 0, 0));

        using var bookkeeper = host.Client(ApiHost.Nord, expiring);
        Assert.Equal(HttpStatusCode.OK, (await bookkeeper.GetAsync("printers")).StatusCode);
        var denied = await (await bookkeeper.PostAsJsonAsync("printers", Requests.Printer("Plotter"))).ProblemAsync(HttpStatusCode.Forbidden);
        Assert.Contains("Printers.Edit", denied.Text("detail"), StringComparison.Ordinal);

        using var elsewhere = host.Client(ApiHost.Sued, expiring);
        await (await elsewhere.GetAsync("printers")).ProblemAsync(HttpStatusCode.Unauthorized);

        await CreatedInPagesAsync(host);

        clock.Advance(TimeSpan.FromDays(1));
        var expired = await (await bookkeeper.GetAsync("printers")).ProblemAsync(HttpStatusCode.Unauthorized);
        Assert.Contains("expired on 2026-11-21", expired.Text("detail"), StringComparison.Ordinal);
    }

    private static async Task CreatedInPagesAsync(ApiHost host)
    {
        var admin = await Session.OpenAsync(host.Running, ApiHost.Nord, "admin", ApiHost.Password);
        Assert.Equal(200, (await admin.GetAsync("/admin/api-keys/new")).Status);
        Assert.DoesNotContain("st_", (await admin.PostAsync("/admin/api-keys/new", ("Name", ""), ("Role", "Emperor"), ("Days", "1"))).Text, StringComparison.Ordinal);
        var shown = await admin.PostAsync("/admin/api-keys/new", ("Name", "Nightly import"), ("Role", "Bookkeeper"), ("Days", "30"));
        Assert.True(shown.Headers.CacheControl?.NoStore);
        var key = Whole().Match(shown.Text).Value;
        var list = await admin.GetAsync("/admin/api-keys");
        Assert.Contains("Nightly import", list.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(Whole(), list.Text);

        using var program = host.Client(ApiHost.Nord, key);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("printers")).StatusCode);
        using var mistyped = host.Client(ApiHost.Nord, key[..^1] + (key[^1] == 'a' ? 'b' : 'a'));
        Assert.Contains("character is missing or wrong", (await (await mistyped.GetAsync("printers")).ProblemAsync(HttpStatusCode.Unauthorized)).Text("detail"), StringComparison.Ordinal);

        var stored = await host.Running.InTenantAsync(ApiHost.Nord, services => services.GetRequiredService<ApiKeyStore>().FindAsync(key[3..11], CancellationToken.None));
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(Encoding.ASCII.GetBytes(key)), stored!.SecretHash);
        Assert.Equal(Instant.FromUtc(2026, 11, 20, 12, 0), stored.LastUsedAt);
        Assert.DoesNotContain(key[11..], System.Text.Json.JsonSerializer.Serialize(stored), StringComparison.Ordinal);

        Assert.Equal(200, (await admin.GetAsync($"/admin/api-keys/{stored.Id}/revoke")).Status);
        Assert.Equal(302, (await admin.PostAsync($"/admin/api-keys/{stored.Id}/revoke")).Status);
        Assert.Contains("revoked on 2026-11-20", (await (await program.GetAsync("printers")).ProblemAsync(HttpStatusCode.Unauthorized)).Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gives_a_key_more_than_they_may_do_themselves()
    {
        await using var host = await ApiHost.StartAsync(DatabaseEngine.Sqlite);
        await host.Running.CreateTenantAsync("west", $$"""
            [
              { "name": "feature", "enable": ["SmartTracker.Api", "SmartTracker.Costing", "SmartTracker.Theme.Admin"] },
              { "name": "settings", "TimeZoneId": "Europe/Berlin", "Currency": "EUR", "Culture": "en" },
              { "name": "Roles", "Roles": [{ "Name": "Key master", "Description": "", "Permissions": ["Api.Manage", "Printers.View"] }, { "Name": "Looker", "Description": "", "Permissions": ["Printers.View"] }] },
              { "name": "Users", "Users": [ { "UserName": "master", "Email": "", "RoleNames": ["Key master"], "Password": "{{ApiHost.Password}}" } ] }
            ]
            """);
        var master = await Session.OpenAsync(host.Running, "west", "master", ApiHost.Password);
        var offered = Option().Matches((await master.GetAsync("/admin/api-keys/new")).Text).Select(option => option.Groups[1].Value).Where(role => role.Length > 0 && !int.TryParse(role, out _));
        Assert.Equal(["Customer", "Key master", "Looker"], offered.Order(StringComparer.Ordinal));
        var refused = await master.PostAsync("/admin/api-keys/new", ("Name", "Coup"), ("Role", "Administrator"), ("Days", "30"));
        Assert.Contains("Only roles with no more permissions than yours are offered.", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(Whole(), refused.Text);
    }

    [GeneratedRegex("st_[0-9A-Za-z]{46}")]
    private static partial Regex Whole();

    [GeneratedRegex("<option value=\"([^\"]*)\"")]
    private static partial Regex Option();
}
