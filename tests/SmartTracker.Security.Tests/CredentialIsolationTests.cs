using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Api.Domain;
using SmartTracker.Api.Keys;
using SmartTracker.TestHost;

namespace SmartTracker.Security.Tests;

/// <summary>What opens one tenant opens no other: API keys and the links of letters.</summary>
public sealed class CredentialIsolationTests
{
    private const string Password = "four words are plenty";
    private const string Chosen = "eleven cups of cold tea";

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_key_is_refused_by_every_other_tenant_and_cannot_be_revoked_from_there(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        var (nord, sued) = (await SignInAsync(host, "nord", "admin"), await SignInAsync(host, "sued", "admin"));
        var created = await host.InTenantAsync("nord", services =>
            services.GetRequiredService<ApiKeyIssuer>().CreateAsync(new NewApiKey("Program", ["Administrator"], null, "test"), CancellationToken.None));
        var program = nord.WithKey(created.Text.Text);
        Assert.Equal(200, (await program.GetAsync("/api/v1/printers")).Status);
        foreach (var other in new[] { sued, await SignInAsync(host, Tenant.DefaultName, null) })
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
                Assert.Equal(401, (await program.At(other).SendAsync(method, "/api/v1/printers")).Status);
        }

        Assert.Equal(404, (await sued.GetAsync($"/admin/api-keys/{created.Key.Id}/revoke")).Status);
        Assert.Equal(404, (await sued.PostAsync($"/admin/api-keys/{created.Key.Id}/revoke")).Status);
        Assert.Equal(200, (await program.GetAsync("/api/v1/printers")).Status);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_link_of_an_invitation_or_reset_leads_nowhere_at_another_tenant_and_still_works_at_its_own(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        await host.InTenantAsync("nord", services => services.GetRequiredService<IInvitations>().InviteAsync(new("lena@nord.example", "Lena Ost", RoleIds.Bookkeeper, "en"), CancellationToken.None));
        var nord = await SignInAsync(host, "nord", null);
        Assert.Equal(200, (await nord.PostAsync("/forgotten", ("UserName", "admin"))).Status);

        var stranger = await SignInAsync(host, "sued", null);
        foreach (var (address, user) in new[] { ("lena@nord.example", "lena@nord.example"), ("admin@nord.example", "admin") })
        {
            var link = "/" + (await host.LetterToAsync(address)).Link("nord");
            Assert.Equal(404, (await stranger.GetAsync(link)).Status);
            Assert.Equal(404, (await stranger.PostAsync(link, ("Password", Chosen), ("FullName", "Mallory"))).Status);
            await Assert.ThrowsAsync<InvalidOperationException>(() => Session.OpenAsync(host, "nord", user, Chosen));

            Assert.Equal(200, (await nord.GetAsync(link)).Status);
            Assert.Equal(302, (await nord.PostAsync(link, ("Password", Chosen), ("FullName", "Lena Ost"))).Status);
            await Session.OpenAsync(host, "nord", user, Chosen);
        }
    }

    private static Task<Session> SignInAsync(RunningHost host, string tenant, string? user) => Session.OpenAsync(host, tenant, user, Password);

    private static async Task<RunningHost> StartAsync(DatabaseEngine engine)
    {
        var host = await RunningHost.StartAsync(engine);
        foreach (var tenant in new[] { Tenant.DefaultName, "nord", "sued" })
        {
            await host.CreateTenantAsync(tenant, $$"""
                [
                  { "name": "feature", "enable": ["SmartTracker.Api", "SmartTracker.Printers", "SmartTracker.Theme.Admin"] },
                  { "name": "Users", "Users": [{ "UserName": "admin", "Email": "admin@{{tenant}}.example", "RoleNames": ["Administrator"], "Password": "{{Password}}" }] }
                ]
                """);
        }

        return host;
    }
}
