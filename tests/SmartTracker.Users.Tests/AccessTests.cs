using System.Net;
using SmartTracker.Abstractions.Data;
using SmartTracker.TestHost;

namespace SmartTracker.Users.Tests;

public class AccessTests
{
    [Fact]
    public async Task A_page_without_sign_in_leads_to_the_sign_in_page_and_back()
    {
        await using var host = await StartAsync();
        using var browser = host.Browser("nordplan");
        using var response = await browser.GetAsync("admin/users?view=all");
        Assert.Equal("/nordplan/login?returnUrl=%2Fnordplan%2Fadmin%2Fusers%3Fview%3Dall", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_page_without_permission_is_forbidden_and_no_redirect()
    {
        await using var host = await StartAsync();
        using var browser = host.Browser("nordplan");
        await browser.SignInAsync("cem");
        Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusAsync("admin/users"));
        Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusAsync("admin/users/new"));
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("account"));
    }

    [Fact]
    public async Task A_program_is_told_401_instead_of_being_sent_to_a_page()
    {
        await using var host = await StartAsync();
        using var browser = host.Browser("nordplan");
        browser.DefaultRequestHeaders.Add("Authorization", "Bearer st_nothing");
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.StatusAsync("admin/users"));
    }

    [Fact]
    public async Task An_address_that_does_not_exist_is_not_found_signed_in_or_not()
    {
        await using var host = await StartAsync();
        using var browser = host.Browser("nordplan");
        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync("no-such-page"));
        await browser.SignInAsync("katrin");
        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync("no-such-page"));
        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync("admin/users/" + Guid.NewGuid()));
    }

    [Fact]
    public async Task Home_leads_to_the_first_page_that_the_user_may_see()
    {
        await using var host = await StartAsync();
        using var stranger = host.Browser("nordplan");
        Assert.StartsWith("/nordplan/login", (await stranger.GetAsync("")).Headers.Location!.OriginalString, StringComparison.Ordinal);

        using var administrator = host.Browser("nordplan");
        await administrator.SignInAsync("katrin");
        Assert.Equal("/nordplan/admin/users", (await administrator.GetAsync("")).Headers.Location!.OriginalString);

        using var customer = host.Browser("nordplan");
        await customer.SignInAsync("cem");
        Assert.Equal("/nordplan/account", (await customer.GetAsync("")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Language_and_theme_are_kept_in_the_browser_for_this_tenant()
    {
        await using var host = await StartAsync();
        using var browser = host.Browser("nordplan");
        using var saved = await browser.SendFormAsync("login", "preferences", ("culture", "en"), ("theme", "dark"), ("returnUrl", "/nordplan/login"));
        Assert.Equal("/nordplan/login", saved.Headers.Location!.OriginalString);
        Assert.Contains("path=/nordplan;", saved.SetCookie("st_theme_nordplan"), StringComparison.Ordinal);
        Assert.Contains("<h1>Sign in</h1>", await browser.GetStringAsync("login"), StringComparison.Ordinal);

        await browser.SendFormAsync("login", "preferences", ("culture", "de"));
        Assert.Contains("<h1>Anmelden</h1>", await browser.GetStringAsync("login"), StringComparison.Ordinal);
    }

    private static async Task<RunningHost> StartAsync()
    {
        var host = await RunningHost.StartAsync(DatabaseEngine.Sqlite);
        await host.CreateTenantAsync("nordplan", Make.UsersStep(("katrin", "Administrator"), ("cem", "Customer")));
        return host;
    }
}
