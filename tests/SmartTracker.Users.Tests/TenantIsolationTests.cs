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
        var token = PageForms.Token(await page.Content.ReadAsStringAsync());
        var cookie = page.SetCookie("st_xsrf_nordplan").Split(['=', ';'])[1];

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Address, sentTo + "/login"));
        request.Headers.Add("Cookie", $"st_xsrf_{sentTo}={cookie}");
        request.Content = PageForms.Form(token, ("UserName", "nobody"), ("Password", "x"));
        using var bare = Bare();
        Assert.Equal(answer, (await bare.SendAsync(request)).StatusCode);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_link_of_one_tenant_is_not_valid_in_another(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        using var katrin = host.Browser("nordplan");
        await katrin.SignInAsync("katrin");
        await katrin.SendFormAsync("admin/users/invite", "admin/users/invite", ("Email", "lena@nordplan.example"), ("Role", "Bookkeeper"));
        await katrin.SendFormAsync("account", "account/email", ("Email", "new@nordplan.example"), ("EmailPassword", Make.Password));
        using var stranger = host.Browser("nordplan");
        await stranger.SendFormAsync("forgotten", "forgotten", ("UserName", "katrin"));

        using var elsewhere = host.Browser("baukontor");
        foreach (var address in new[] { "lena@nordplan.example", "new@nordplan.example", "katrin@nordplan.example" })
        {
            var link = (await host.LetterToAsync(address)).Link();
            using var opened = await elsewhere.GetAsync(link);
            Assert.Equal(HttpStatusCode.NotFound, opened.StatusCode);
            Assert.Contains("hier nicht gültig", await opened.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            using var sent = await elsewhere.SendFormAsync("login", link, ("Password", "another long sentence"));
            Assert.Equal(HttpStatusCode.NotFound, sent.StatusCode);
            // One purpose's link is no other's either.
            Assert.Equal(HttpStatusCode.NotFound, await stranger.StatusAsync((link.StartsWith("reset/", StringComparison.Ordinal) ? "invitation/" : "reset/") + link.Split('/')[1]));
            Assert.Equal(HttpStatusCode.OK, await stranger.StatusAsync(link));
        }
    }

    [Fact]
    public async Task A_device_known_to_one_tenant_is_a_stranger_to_another()
    {
        await using var host = await StartAsync();
        using var own = host.Browser("nordplan");
        var device = (await own.SignInAsync("katrin")).SetCookie("st_device_nordplan").Split(['=', ';'])[1];
        using var guesser = host.Browser("baukontor");
        guesser.DefaultRequestHeaders.Add("Cookie", "st_device_baukontor=" + device);
        for (var i = 0; i < 5; i++)
            await guesser.SignInAsync("katrin", "not the right one");
        using var fresh = host.Browser("baukontor");
        Assert.Equal(HttpStatusCode.OK, (await fresh.SignInAsync("katrin")).StatusCode);
    }

    private static async Task<RunningHost> StartAsync(DatabaseEngine engine = DatabaseEngine.Sqlite)
    {
        var host = await RunningHost.StartAsync(engine);
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
