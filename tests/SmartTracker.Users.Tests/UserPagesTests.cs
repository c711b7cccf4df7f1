using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SmartTracker.Abstractions.Data;
using SmartTracker.TestHost;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Passwords;

namespace SmartTracker.Users.Tests;

public class UserPagesTests
{
    private const string NewPassword = "another long sentence";

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_administrator_creates_a_user_who_signs_in_at_once(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        using var administrator = await SignedInAsync(host, "katrin");
        using var created = await CreateAsync(administrator, "lena", "Bookkeeper", NewPassword);
        Assert.Equal("/nordplan/admin/users", created.Headers.Location!.OriginalString);
        Assert.Contains("lena", await administrator.GetStringAsync("admin/users"), StringComparison.Ordinal);
        using var lena = host.Browser("nordplan");
        Assert.Equal(HttpStatusCode.Redirect, (await lena.SignInAsync("lena", NewPassword)).StatusCode);
    }

    [Theory]
    [InlineData("KATRIN", "Bookkeeper", NewPassword, "id=\"e-name\">Diesen Benutzernamen gibt es schon")]
    [InlineData("", "Bookkeeper", NewPassword, "id=\"e-name\">Geben Sie einen Benutzernamen")]
    [InlineData("lena", "Bookkeeper", "kurz", "id=\"e-password\">Nehmen Sie mindestens 12 Zeichen")]
    [InlineData("lena", "Boss", NewPassword, "id=\"e-role\">Wählen Sie eine der Rollen")]
    public async Task A_refused_user_form_says_at_the_field_what_to_mend(string name, string role, string password, string said)
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var administrator = await SignedInAsync(host, "katrin");
        var page = await (await CreateAsync(administrator, name, role, password)).Content.ReadAsStringAsync();
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Equal(2, await host.InTenantAsync("nordplan", services => services.GetRequiredService<UsersDbContext>().Users.CountAsync()));
    }

    [Fact]
    public async Task A_user_switched_off_loses_every_page_at_once_and_the_session_within_a_minute()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await StartAsync(DatabaseEngine.Sqlite, time);
        using var administrator = await SignedInAsync(host, "katrin");
        using var other = await SignedInAsync(host, "max");
        Assert.Equal(HttpStatusCode.OK, await other.StatusAsync("admin/users"));

        var page = "admin/users/" + await IdAsync(host, "max");
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.SendFormAsync(page, page + "/disable")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await other.StatusAsync("admin/users"));
        time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Redirect, await other.StatusAsync("account"));
        Assert.Equal(HttpStatusCode.OK, (await other.SignInAsync("max")).StatusCode);

        await administrator.SendFormAsync(page, page + "/enable");
        Assert.Equal(HttpStatusCode.Redirect, (await other.SignInAsync("max")).StatusCode);
    }

    [Fact]
    public async Task Nobody_switches_off_the_own_access()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var administrator = await SignedInAsync(host, "katrin");
        using var answer = await administrator.SendFormAsync("account", $"admin/users/{await IdAsync(host, "katrin")}/disable");
        Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await administrator.StatusAsync("admin/users"));
    }

    [Fact]
    public async Task A_changed_password_ends_the_other_sessions_but_not_this_one()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await StartAsync(DatabaseEngine.Sqlite, time);
        using var here = await SignedInAsync(host, "katrin");
        using var elsewhere = await SignedInAsync(host, "katrin");
        using var changed = await here.SendFormAsync("account", "account/password", ("CurrentPassword", Make.Password), ("Password", NewPassword));
        Assert.Equal("/nordplan/account", changed.Headers.Location!.OriginalString);
        time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.OK, await here.StatusAsync("account"));
        Assert.Equal(HttpStatusCode.Redirect, await elsewhere.StatusAsync("account"));
    }

    [Fact]
    public async Task The_own_password_is_changed_only_by_who_knows_it()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var browser = await SignedInAsync(host, "katrin");
        using var refused = await browser.SendFormAsync("account", "account/password", ("CurrentPassword", "not the right one"), ("Password", NewPassword));
        Assert.Contains("id=\"e-current\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var fresh = host.Browser("nordplan");
        Assert.Equal(HttpStatusCode.Redirect, (await fresh.SignInAsync("katrin")).StatusCode);
    }

    [Fact]
    public async Task User_administration_is_no_way_around_the_current_password()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var browser = await SignedInAsync(host, "katrin");
        using var refused = await browser.SendFormAsync("account", $"admin/users/{await IdAsync(host, "katrin")}/password", ("password", NewPassword));
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        using var fresh = host.Browser("nordplan");
        Assert.Equal(HttpStatusCode.Redirect, (await fresh.SignInAsync("katrin")).StatusCode);
    }

    [Fact]
    public async Task A_user_whose_password_was_set_by_the_administrator_signs_in_with_it()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var browser = await SignedInAsync(host, "katrin");
        var page = "admin/users/" + await IdAsync(host, "max");
        await browser.SendFormAsync(page, page + "/password", ("password", NewPassword));
        using var max = host.Browser("nordplan");
        Assert.Equal(HttpStatusCode.OK, (await max.SignInAsync("max")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await max.SignInAsync("max", NewPassword)).StatusCode);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_operator_can_reset_a_password_without_mail(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        var password = await host.InTenantAsync("nordplan", services => services.GetRequiredService<UserPasswords>().ResetAsync("Katrin", default));
        Assert.Equal(PasswordFlaw.None, PasswordPolicy.Check(password, "katrin", null));
        using var browser = host.Browser("nordplan");
        Assert.Equal(HttpStatusCode.OK, (await browser.SignInAsync("katrin")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync("katrin", password!)).StatusCode);
        Assert.Null(await host.InTenantAsync("nordplan", services => services.GetRequiredService<UserPasswords>().ResetAsync("nobody", default)));
    }

    [Fact]
    public async Task An_administrator_of_the_provider_can_neither_make_an_operator_nor_become_one()
    {
        await using var host = await RunningHost.StartAsync(DatabaseEngine.Sqlite);
        await host.CreateTenantAsync("Default", """[{"name":"feature","enable":["SmartTracker.Tenants"]},""" + Make.UsersStep(("timo", "Operator"), ("anna", "Administrator"))[1..]);
        using var anna = host.Browser();
        await anna.SignInAsync("anna");
        var refused = await (await CreateAsync(anna, "evil", "Operator", NewPassword)).Content.ReadAsStringAsync();
        Assert.Contains("id=\"e-role\"", refused, StringComparison.Ordinal);

        var operatorPage = "admin/users/" + await IdAsync(host, "timo", "Default");
        var token = await anna.TokenAsync("admin/users/new");
        await anna.PostAsync(operatorPage + "/password", PageForms.Form(token, ("password", NewPassword)));
        using var timo = host.Browser();
        Assert.Equal(HttpStatusCode.OK, (await timo.SignInAsync("timo", NewPassword)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await timo.SignInAsync("timo")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await CreateAsync(timo, "second", "Operator", NewPassword)).StatusCode);
    }

    private static async Task<RunningHost> StartAsync(DatabaseEngine engine, TimeProvider? time = null)
    {
        var host = await RunningHost.StartAsync(engine, time: time);
        await host.CreateTenantAsync("nordplan", Make.UsersStep(("katrin", "Administrator"), ("max", "Administrator")));
        return host;
    }

    private static async Task<HttpClient> SignedInAsync(RunningHost host, string name)
    {
        var browser = host.Browser("nordplan");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync(name)).StatusCode);
        return browser;
    }

    private static Task<HttpResponseMessage> CreateAsync(HttpClient browser, string name, string role, string password) =>
        browser.SendFormAsync("admin/users/new", "admin/users/new", ("UserName", name), ("Role", role), ("Password", password));

    private static Task<UserId> IdAsync(RunningHost host, string name, string tenant = "nordplan") => host.InTenantAsync(tenant, async services =>
        (await services.GetRequiredService<UserList>().GetAsync(default)).Single(user => user.UserName == name).Id);
}
