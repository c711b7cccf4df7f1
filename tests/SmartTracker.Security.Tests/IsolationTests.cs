using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.TestHost;

namespace SmartTracker.Security.Tests;

[Collection(OnEveryModule.Name)]
public sealed partial class IsolationTests(EveryModule host)
{
    [Theory]
    [InlineData(Tenant.DefaultName, "/")]
    [InlineData("nordplan", "/nordplan")]
    public async Task Every_cookie_bears_its_tenants_name_and_goes_nowhere_else(string tenant, string path)
    {
        var session = await host.SignedInAsync(tenant, "administrator");
        var anonymous = await host.SignedInAsync(tenant, null);
        var answers = new List<Answer>
        {
            await anonymous.GetAsync("/login"),
            await anonymous.PostAsync("/login", ("UserName", "administrator"), ("Password", DemoWorld.Password)),
            await session.PostAsync("/preferences", ("culture", "de"), ("theme", "dark")),
            await session.PostAsync("/admin/imports/mailbox/again"),
            await session.PostAsync("/logout"),
        };
        var cookies = answers.SelectMany(answer => answer.SetCookies).ToList();
        Assert.True(cookies.Count >= 6, string.Join('\n', cookies));
        Assert.All(cookies, cookie =>
        {
            var parts = cookie.Split(';', StringSplitOptions.TrimEntries);
            Assert.Contains("path=" + path, parts, StringComparer.OrdinalIgnoreCase);
            Assert.Contains(parts, part => part is "samesite=lax" or "samesite=strict");
            Assert.True(parts.Contains("httponly") || IsGone(parts), cookie);
            Assert.DoesNotContain(parts, part => part.StartsWith("domain", StringComparison.OrdinalIgnoreCase));
            var name = parts[0].Split('=')[0];
            Assert.True(name.EndsWith("_" + tenant.ToLowerInvariant(), StringComparison.Ordinal) || (tenant == Tenant.DefaultName && name is "st_culture" or "st_theme"), cookie);
        });
    }

    [Fact]
    public async Task What_one_tenant_protected_no_other_can_read()
    {
        var written = await ProtectAsync("nordplan");
        Assert.Equal("for nordplan", await ReadAsync("nordplan", written));
        foreach (var stranger in new[] { Tenant.DefaultName, "baukontor" })
            await Assert.ThrowsAsync<CryptographicException>(() => ReadAsync(stranger, written));
    }

    [Fact]
    public async Task A_tenants_pages_are_the_same_byte_for_byte_with_and_without_a_neighbour()
    {
        await using var world = await DemoWorld.StartAsync(new FakeTimeProvider(EveryModule.Now), customers: ["baukontor"]);
        var sessions = new List<Session>();
        foreach (var user in new[] { "administrator", "customer" })
            sessions.Add(await world.SignInAsync("baukontor", user));
        var alone = await PagesAsync(sessions);
        Assert.True(alone.Count > 40, string.Join('\n', alone.Keys));

        await world.AddCustomerAsync("nordplan");
        await world.BillAsync("nordplan");
        var beside = await PagesAsync(sessions);
        Assert.Equal(alone.Keys, beside.Keys);
        Assert.All(alone, page => Assert.Equal(page.Value, beside[page.Key]));
    }

    private static async Task<SortedDictionary<string, string>> PagesAsync(IEnumerable<Session> sessions)
    {
        var pages = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (index, session) in sessions.Index())
        {
            // Tokens are new on every page.
            foreach (var (path, answer) in await Crawl.AllAsync(session))
                pages[$"{index} {path}"] = $"{answer.Status} {answer.Location} " + (answer.IsPage ? Token().Replace(answer.Text, "") : Convert.ToHexString(SHA256.HashData(answer.Body)));
        }

        return pages;
    }

    private Task<string> ProtectAsync(string tenant) => host.Host.InTenantAsync(tenant, services => Task.FromResult(Protector(services).Protect("for " + tenant)));

    private Task<string> ReadAsync(string tenant, string text) => host.Host.InTenantAsync(tenant, services => Task.FromResult(Protector(services).Unprotect(text)));

    private static IDataProtector Protector(IServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("a purpose");

    private static bool IsGone(string[] parts) => parts.Any(part => part.StartsWith("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("value=\"CfDJ8[^\"]*\"")]
    private static partial Regex Token();
}
