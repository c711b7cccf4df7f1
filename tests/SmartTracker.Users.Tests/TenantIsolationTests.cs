using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SmartTracker.Abstractions.Data;
using SmartTracker.TestHost;
using SmartTracker.Users.Data;

namespace SmartTracker.Users.Tests;

public class TenantIsolationTests
{
    [Fact]
    public async Task A_cookie_of_one_tenant_does_not_sign_in_to_another()
    {
        await using var host = await StartAsync();
        using var browser = host.Browser("nordplan");
        var value = (await browser.SignInAsync("katrin")).SetCookie("st_auth_nordplan").Split(['=', ';'])[1];
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "nordplan/account", "st_auth_nordplan=" + value));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(host, "baukontor/account", "st_auth_baukontor=" + value));
    }

    [Theory]
    [InlineData("baukontor", HttpStatusCode.OK)]
    [InlineData("nordplan", HttpStatusCode.Redirect)]
    public async Task A_ticket_counts_only_in_the_tenant_that_it_names_even_where_the_keys_fit(string named, HttpStatusCode answer)
    {
        await using var host = await StartAsync();
        var value = await host.InTenantAsync("baukontor", async services =>
        {
            var user = (await services.GetRequiredService<UserList>().GetAsync(default)).Single();
            var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme);
            identity.AddClaim(new(ClaimTypes.NameIdentifier, user.Id.ToString()));
            identity.AddClaim(new("AspNet.Identity.SecurityStamp", user.SecurityStamp));
            identity.AddClaim(new("tenant", named));
            var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
            var now = TimeProvider.System.GetUtcNow();
            var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(1) };
            return options.TicketDataFormat.Protect(new AuthenticationTicket(new ClaimsPrincipal(identity), properties, IdentityConstants.ApplicationScheme));
        });
        Assert.Equal(answer, await StatusAsync(host, "baukontor/account", "st_auth_baukontor=" + value));
    }

    [Theory]
    [InlineData("nordplan", HttpStatusCode.OK)]
    [InlineData("baukontor", HttpStatusCode.BadRequest)]
    public async Task A_form_of_one_tenant_cannot_be_sent_to_another(string sentTo, HttpStatusCode answer)
    {
        await using var host = await StartAsync();
        using var browser = host.Browser("nordplan");
        using var page = await browser.GetAsync("login");
        var token = Browsing.AntiforgeryToken(await page.Content.ReadAsStringAsync());
        var cookie = page.SetCookie("st_xsrf_nordplan").Split(['=', ';'])[1];

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Address, sentTo + "/login"));
        request.Headers.Add("Cookie", $"st_xsrf_{sentTo}={cookie}");
        request.Content = Browsing.Form(token, ("UserName", "nobody"), ("Password", "x"));
        using var bare = Bare();
        Assert.Equal(answer, (await bare.SendAsync(request)).StatusCode);
    }

    private static async Task<RunningHost> StartAsync()
    {
        var host = await RunningHost.StartAsync(DatabaseEngine.Sqlite);
        await host.CreateTenantAsync("nordplan", Make.UsersStep(("katrin", "Administrator")));
        await host.CreateTenantAsync("baukontor", Make.UsersStep(("katrin", "Administrator")));
        return host;
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningHost host, string path, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Address, path));
        request.Headers.Add("Cookie", cookie);
        using var bare = Bare();
        using var response = await bare.SendAsync(request);
        return response.StatusCode;
    }

    private static HttpClient Bare() => new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
}
