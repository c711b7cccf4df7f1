using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Security;
using SmartTracker.TestHost;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Users;

namespace SmartTracker.Users.Tests;

public class UserChangesTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_list_is_searched_filtered_and_paged(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        await host.InTenantAsync("nordplan", async services =>
        {
            var register = services.GetRequiredService<UserRegister>();
            foreach (var number in Enumerable.Range(10, 30))
                await register.AddInvitedAsync(new($"person{number}@nordplan.example", null, null, ["Customer"]), default);
        });
        using var katrin = await SignedInAsync(host, "katrin");
        var first = await katrin.GetStringAsync("admin/users?role=Customer");
        var second = await katrin.GetStringAsync("admin/users?role=Customer&page=2");
        Assert.Contains("person10", first, StringComparison.Ordinal);
        Assert.DoesNotContain("person39", first, StringComparison.Ordinal);
        Assert.Contains("person39", second, StringComparison.Ordinal);
        Assert.Contains("?role=Customer&amp;page=2", first, StringComparison.Ordinal);
        Assert.Contains("person39", await katrin.GetStringAsync("admin/users?role=Customer&page=99"), StringComparison.Ordinal);

        await ChangeAsync(katrin, await IdAsync(host, "person12@nordplan.example"), ("UserName", "person12"), ("FullName", "Jürgen Öztürk"), ("Roles", "Customer"));
        Assert.Contains("Jürgen Öztürk", await katrin.GetStringAsync("admin/users?q=öztürk"), StringComparison.Ordinal);
        Assert.Contains("person13", await katrin.GetStringAsync("admin/users?q=PERSON13@nord"), StringComparison.Ordinal);
        Assert.Contains("Niemand passt", await katrin.GetStringAsync("admin/users?q=%25"), StringComparison.Ordinal);
        Assert.Contains("Niemand passt", await katrin.GetStringAsync("admin/users?state=Disabled"), StringComparison.Ordinal);
        Assert.Contains("person20", await katrin.GetStringAsync("admin/users?state=Invited"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_user_is_renamed_gets_other_roles_and_is_removed(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine, ("lena", "Customer"));
        using var katrin = await SignedInAsync(host, "katrin");
        var id = await IdAsync(host, "lena");
        using var lena = await SignedInAsync(host, "lena");
        using var changed = await ChangeAsync(katrin, id, ("UserName", "lena.ost"), ("Email", "ost@nordplan.example"), ("Roles", "Bookkeeper"), ("Roles", "Customer"));
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Contains("<dd>ost@nordplan.example</dd>", await lena.GetStringAsync("account"), StringComparison.Ordinal);
        Assert.Contains("Diesen Benutzernamen gibt es schon", await TextAsync(ChangeAsync(katrin, id, ("UserName", "KATRIN"), ("Roles", "Customer"))), StringComparison.Ordinal);

        Assert.Contains("lena.ost", await katrin.GetStringAsync($"admin/users/{id}/remove"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await katrin.SendFormAsync("account", $"admin/users/{id}/remove")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await katrin.StatusAsync($"admin/users/{id}"));
        Assert.Equal(HttpStatusCode.Forbidden, await lena.StatusAsync("admin/users"));
    }

    [Fact]
    public async Task Nobody_removes_or_demotes_themselves()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var katrin = await SignedInAsync(host, "katrin");
        var id = await IdAsync(host, "katrin");
        Assert.Contains("Die eigenen Rollen können Sie nicht ändern", await TextAsync(ChangeAsync(katrin, id, ("UserName", "katrin"), ("Roles", "Customer"))), StringComparison.Ordinal);
        Assert.Contains("Sich selbst können Sie nicht entfernen", await TextAsync(katrin.SendFormAsync("account", $"admin/users/{id}/remove")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await katrin.StatusAsync("admin/users"));
    }

    /// <summary>Whatever they do to each other at the same moment, somebody is left who can mend it.</summary>
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Two_administrators_cannot_remove_each_other(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        var (katrin, max) = (UserId.From(Guid.Parse(await IdAsync(host, "katrin"))), UserId.From(Guid.Parse(await IdAsync(host, "max"))));
        var answers = await Task.WhenAll(
            InTenant(host, changes => changes.RemoveAsync(katrin, max, default)),
            InTenant(host, changes => changes.ChangeAsync(max, katrin, new("katrin", null, null, null, ["Customer"]), default)),
            host.InTenantAsync("nordplan", services => services.GetRequiredService<UserAccess>().SetEnabledAsync(max, katrin, false, default)),
            host.InTenantAsync("nordplan", services => services.GetRequiredService<UserAccess>().SetEnabledAsync(katrin, max, false, default)));
        Assert.Contains(answers, answer => answer is not { Succeeded: true });
        var left = await host.InTenantAsync("nordplan", services => services.GetRequiredService<UsersDbContext>().Users
            .CountAsync(user => user.IsEnabled && user.Roles.Any(role => role.RoleName == RoleIds.Administrator)));
        Assert.Equal(1, left);
    }

    [Fact]
    public async Task Another_users_sessions_are_ended_at_once()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await RunningHost.StartAsync(DatabaseEngine.Sqlite, time: time);
        await host.CreateTenantAsync("nordplan", Make.UsersStep(("katrin", "Administrator"), ("max", "Administrator")));
        using var katrin = await SignedInAsync(host, "katrin");
        using var max = await SignedInAsync(host, "max");
        var page = "admin/users/" + await IdAsync(host, "max");
        await katrin.SendFormAsync(page, page + "/sessions/end");
        time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Redirect, await max.StatusAsync("account"));
        Assert.Contains("nirgends angemeldet", await katrin.GetStringAsync(page), StringComparison.Ordinal);
    }

    private static Task<IdentityResult?> InTenant(
        RunningHost host, Func<UserChanges, Task<IdentityResult?>> change) =>
        host.InTenantAsync("nordplan", services => change(services.GetRequiredService<UserChanges>()));

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient browser, string id, params (string, string)[] fields) =>
        browser.SendFormAsync("account", $"admin/users/{id}/edit", fields);

    private static async Task<string> TextAsync(Task<HttpResponseMessage> answer) => await (await answer).Content.ReadAsStringAsync();

    private static async Task<RunningHost> StartAsync(DatabaseEngine engine, params (string, string)[] others)
    {
        var host = await RunningHost.StartAsync(engine);
        await host.CreateTenantAsync("nordplan", Make.UsersStep([("katrin", "Administrator"), ("max", "Administrator"), .. others]));
        return host;
    }

    private static async Task<HttpClient> SignedInAsync(RunningHost host, string name)
    {
        var browser = host.Browser("nordplan");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync(name)).StatusCode);
        return browser;
    }

    private static Task<string> IdAsync(RunningHost host, string name) => host.InTenantAsync("nordplan", async services =>
        (await services.GetRequiredService<UserList>().GetAsync(default)).Single(user => user.UserName == name).Id.ToString());
}
