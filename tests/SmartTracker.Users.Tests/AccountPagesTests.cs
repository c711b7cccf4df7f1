using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using SmartTracker.Abstractions.Data;
using SmartTracker.TestHost;

namespace SmartTracker.Users.Tests;

public partial class AccountPagesTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Name_language_and_appearance_go_with_the_user_to_another_browser(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        using var here = await SignedInAsync(host);
        using var saved = await here.SendFormAsync("account", "account/profile", ("FullName", "Katrin Lorenz"), ("Language", "en"), ("Theme", "dark"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        using var elsewhere = await SignedInAsync(host);
        var page = await elsewhere.GetStringAsync("account");
        Assert.Contains("<html lang=\"en\" data-theme=\"dark\">", page, StringComparison.Ordinal);
        Assert.Contains("<h1>Katrin Lorenz</h1>", page, StringComparison.Ordinal);

        // What is chosen in the menu is kept with the user as well.
        await elsewhere.SendFormAsync("account", "preferences", ("culture", "de"));
        using var third = await SignedInAsync(host);
        Assert.Contains("<html lang=\"de\" data-theme=\"dark\">", await third.GetStringAsync("account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_that_is_not_offered_gets_a_sentence_and_never_an_error_page()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var browser = await SignedInAsync(host);
        using var refused = await browser.SendFormAsync("account", "account/profile", ("Language", "xx"), ("Theme", "dark"));
        Assert.Contains("id=\"e-language\">Diese Sprache gibt es hier nicht.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await browser.SendFormAsync("account", "preferences", ("culture", "../../etc"), ("theme", "pink"), ("returnUrl", "/nordplan/account"));
        Assert.Contains("role=\"alert\"", await browser.GetStringAsync("account"), StringComparison.Ordinal);

        foreach (var cookie in new[] { "c=xx|uic=xx", "garbage", "c=../../etc|uic=%00", new string('x', 3000) })
        {
            using var bare = new HttpClient(new HttpClientHandler { UseCookies = false });
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Address, "nordplan/login"));
            request.Headers.Add("Cookie", "st_culture_nordplan=" + Uri.EscapeDataString(cookie) + "; st_theme_nordplan=pink");
            using var response = await bare.SendAsync(request);
            Assert.Contains("<html lang=\"de\" data-theme=\"system\">", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_new_address_counts_once_it_is_confirmed_from_there(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        using var browser = await SignedInAsync(host);
        Assert.Contains("id=\"e-email-password\"", await TextAsync(AskAsync(browser, "new@nordplan.example", "wrong password")), StringComparison.Ordinal);
        Assert.Contains("id=\"e-email\">Ein anderer Benutzer", await TextAsync(AskAsync(browser, "max@nordplan.example")), StringComparison.Ordinal);

        await AskAsync(browser, "new@nordplan.example");
        Assert.Contains("new@nordplan.example wartet auf Bestätigung", await browser.GetStringAsync("account"), StringComparison.Ordinal);
        var link = (await host.LetterToAsync("new@nordplan.example")).Link();
        using var stranger = host.Browser("nordplan");
        Assert.Contains("new@nordplan.example", await stranger.GetStringAsync(link), StringComparison.Ordinal);
        Assert.Contains("<dd>katrin@nordplan.example</dd>", await browser.GetStringAsync("account"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await stranger.SendFormAsync(link, link)).StatusCode);
        Assert.Contains("<dd>new@nordplan.example</dd>", await browser.GetStringAsync("account"), StringComparison.Ordinal);
        Assert.Equal("Ihre Adresse für nordplan wurde geändert", (await host.LetterToAsync("katrin@nordplan.example")).Subject);
        Assert.Equal(HttpStatusCode.Gone, await stranger.StatusAsync(link));
    }

    [Fact]
    public async Task A_change_of_address_can_be_called_off()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var browser = await SignedInAsync(host);
        await AskAsync(browser, "new@nordplan.example");
        await browser.SendFormAsync("account", "account/email/cancel");
        Assert.Equal(HttpStatusCode.Gone, await browser.StatusAsync((await host.LetterToAsync("new@nordplan.example")).Link()));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_session_is_ended_from_another_one_and_all_at_once(DatabaseEngine engine)
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await StartAsync(engine, time);
        using var first = await SignedInAsync(host, "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0");
        using var second = await SignedInAsync(host, "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36");
        var page = await first.GetStringAsync("account");
        Assert.Contains("Firefox, Windows", page, StringComparison.Ordinal);
        Assert.Contains("Chrome, Linux", page, StringComparison.Ordinal);

        // This one has no button of its own, so the one button ends the other session.
        await first.SendFormAsync("account", EndPattern().Matches(page).Single().Groups[1].Value);
        time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Redirect, await second.StatusAsync("account"));
        Assert.Equal(HttpStatusCode.OK, await first.StatusAsync("account"));

        using var third = await SignedInAsync(host);
        Assert.Equal("/nordplan/login", (await first.SendFormAsync("account", "account/sessions/end")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, await first.StatusAsync("account"));
        time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Redirect, await third.StatusAsync("account"));
    }

    [Fact]
    public async Task A_cookie_kept_after_signing_out_is_worth_nothing_a_minute_later()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await StartAsync(DatabaseEngine.Sqlite, time);
        using var browser = host.Browser("nordplan");
        var cookie = (await browser.SignInAsync("katrin")).SetCookie("st_auth_nordplan").Split(';')[0];
        await browser.SendFormAsync("account", "logout");
        time.Advance(TimeSpan.FromSeconds(61));
        using var thief = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync(new Uri(host.Address, "nordplan/account"))).StatusCode);
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient browser, string email, string password = Make.Password) =>
        browser.SendFormAsync("account", "account/email", ("Email", email), ("EmailPassword", password));

    private static async Task<string> TextAsync(Task<HttpResponseMessage> answer) => await (await answer).Content.ReadAsStringAsync();

    private static async Task<RunningHost> StartAsync(DatabaseEngine engine, TimeProvider? time = null)
    {
        var host = await RunningHost.StartAsync(engine, time: time);
        await host.CreateTenantAsync("nordplan", Make.UsersStep(("katrin", "Administrator"), ("max", "Bookkeeper")));
        return host;
    }

    private static async Task<HttpClient> SignedInAsync(RunningHost host, string? agent = null)
    {
        var browser = host.Browser("nordplan");
        if (agent is not null)
            browser.DefaultRequestHeaders.Add("User-Agent", agent);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync("katrin")).StatusCode);
        return browser;
    }

    [GeneratedRegex("action=\"/nordplan/(account/sessions/[0-9a-f-]{36}/end)\"")]
    private static partial Regex EndPattern();
}
