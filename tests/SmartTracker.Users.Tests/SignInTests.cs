using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SmartTracker.Abstractions.Data;
using SmartTracker.TestHost;
using SmartTracker.Users.Data;

namespace SmartTracker.Users.Tests;

public class SignInTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_user_signs_in_with_name_or_address_and_reaches_the_account(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        foreach (var name in new[] { "katrin", "KATRIN", "katrin@nordplan.example" })
        {
            using var browser = host.Browser("nordplan");
            using var response = await browser.SignInAsync(name);
            Assert.Equal("/nordplan/", response.Headers.Location!.OriginalString);
            Assert.Contains("katrin@nordplan.example", await browser.GetStringAsync("account"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_cookie_belongs_to_one_tenant_and_no_script()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var browser = host.Browser("nordplan");
        var cookie = (await browser.SignInAsync("katrin")).SetCookie("st_auth_nordplan");
        Assert.Contains("path=/nordplan;", cookie + ";", StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_look_the_same()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var browser = host.Browser("nordplan");
        var wrong = await (await browser.SignInAsync("katrin", "not the right one")).Content.ReadAsStringAsync();
        var unknown = await (await browser.SignInAsync("nobody", "not the right one")).Content.ReadAsStringAsync();
        Assert.Contains("role=\"alert\"", wrong, StringComparison.Ordinal);
        Assert.Equal(Neutral(wrong), Neutral(unknown));
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("account"));

        static string Neutral(string page) => System.Text.RegularExpressions.Regex.Replace(
            page.Replace("katrin", "nobody", StringComparison.Ordinal), "value=\"CfDJ8[^\"]*\"", "");
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Five_wrong_tries_lock_the_account_for_a_minute(DatabaseEngine engine)
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await StartAsync(engine, time);
        using var browser = host.Browser("nordplan");
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.OK, (await browser.SignInAsync("katrin", "not the right one")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.SignInAsync("katrin")).StatusCode);

        time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync("katrin")).StatusCode);
        Assert.Equal((0, false), await TriesAsync(host));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Parallel_guesses_are_counted_one_by_one(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        var counted = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => host.InTenantAsync("nordplan", async services =>
        {
            var id = (await services.GetRequiredService<UserList>().GetAsync(default)).Single(user => user.UserName == "katrin").Id;
            return await services.GetRequiredService<SignInTriesStore>().CountAsync(id, default);
        })));
        Assert.Equal(5, counted.Count(mayTry => mayTry));
        Assert.Equal((5, true), await TriesAsync(host));
    }

    [Theory]
    [InlineData("https://evil.example/", "/nordplan/")]
    [InlineData("//evil.example/", "/nordplan/")]
    [InlineData("/nordplan/admin/users", "/nordplan/admin/users")]
    public async Task Signing_in_never_leads_to_another_site(string returnUrl, string location)
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var browser = host.Browser("nordplan");
        using var response = await browser.SignInAsync("katrin", returnUrl: returnUrl);
        Assert.Equal(location, response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var browser = host.Browser("nordplan");
        await browser.SignInAsync("katrin");
        Assert.Equal("/nordplan/login", (await browser.SendFormAsync("account", "logout")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("account"));
    }

    private static async Task<RunningHost> StartAsync(DatabaseEngine engine, TimeProvider? time = null)
    {
        var host = await RunningHost.StartAsync(engine, time: time);
        await host.CreateTenantAsync("nordplan", Make.UsersStep(("katrin", "Administrator")));
        return host;
    }

    private static Task<(int, bool)> TriesAsync(RunningHost host) => host.InTenantAsync("nordplan", async services =>
    {
        var user = await services.GetRequiredService<UsersDbContext>().Users.SingleAsync(user => user.UserName == "katrin");
        return (user.FailedTries, user.LockedUntil is not null);
    });
}
