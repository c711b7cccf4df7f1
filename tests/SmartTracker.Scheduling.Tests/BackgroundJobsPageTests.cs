using System.Net;
using Microsoft.Extensions.Time.Testing;
using SmartTracker.Abstractions.Data;
using SmartTracker.TestHost;

namespace SmartTracker.Scheduling.Tests;

public sealed class BackgroundJobsPageTests
{
    private const string Page = "admin/background-jobs";
    private const string Password = "a-long-enough-phrase-7";

    // Cookies are checked by the real clock of the browser, so this one starts there too.
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task An_administrator_sees_the_own_jobs_in_words_and_runs_them()
    {
        await using var installation = await StartAsync();
        installation.Script.Does[("nordplan", Script.Second)] = _ => throw new IOException("/var/secret");
        await installation.RunAsync("nordplan", Script.First, Script.Second);
        using var browser = await SignInAsync(installation, "admin");

        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(Page));
        Assert.Contains("One background job failed and is tried again.", page, StringComparison.Ordinal);
        Assert.Contains("First work", page, StringComparison.Ordinal);
        Assert.Contains("A file or folder could not be used.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/var/secret", page, StringComparison.Ordinal);
        Assert.DoesNotContain("baukontor", page, StringComparison.OrdinalIgnoreCase);

        using var run = await RunNowAsync(browser, "nordplan");
        Assert.Equal(HttpStatusCode.Redirect, run.StatusCode);
        Assert.Equal(_time.Now(), (await installation.WorkAsync("nordplan", Script.First)).DueAt);
        Assert.Contains("It runs as soon as a worker is free.", await browser.GetStringAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_tenants_work_is_as_unknown_as_one_that_does_not_exist()
    {
        await using var installation = await StartAsync();
        await installation.RunAsync("baukontor", Script.First);
        var before = await installation.WorkAsync("baukontor", Script.First);
        using var browser = await SignInAsync(installation, "admin");

        using var others = await RunNowAsync(browser, "baukontor");
        using var nobodys = await RunNowAsync(browser, "nobody");
        Assert.Equal(HttpStatusCode.NotFound, others.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, nobodys.StatusCode);
        Assert.Equal(before.DueAt, (await installation.WorkAsync("baukontor", Script.First)).DueAt);
    }

    [Fact]
    public async Task Who_does_not_administrate_cannot_open_the_page()
    {
        await using var installation = await StartAsync();
        using var stranger = installation.Host.Browser("nordplan");
        using var toLogin = await stranger.GetAsync(Page);
        Assert.Contains("login", toLogin.Headers.Location!.ToString(), StringComparison.Ordinal);

        using var bookkeeper = await SignInAsync(installation, "books");
        using var refused = await bookkeeper.GetAsync(Page);
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
    }

    private async Task<Installation> StartAsync()
    {
        var installation = await Installation.StartAsync(DatabaseEngine.Sqlite, _time);
        await installation.Host.CreateTenantAsync("nordplan", $$"""
            [
              { "name": "feature", "enable": ["SmartTracker.Scheduling.Tests"] },
              { "name": "settings", "Culture": "en" },
              { "name": "Users", "Users": [
                { "UserName": "admin", "Email": "admin@nordplan.example", "RoleNames": ["Administrator"], "Password": "{{Password}}" },
                { "UserName": "books", "Email": "books@nordplan.example", "RoleNames": ["Bookkeeper"], "Password": "{{Password}}" } ] }
            ]
            """);
        await installation.CreateTenantAsync("baukontor");
        await installation.DispatchAsync();
        return installation;
    }

    private static async Task<HttpClient> SignInAsync(Installation installation, string user)
    {
        var browser = installation.Host.Browser("nordplan");
        using var answer = await browser.SendFormAsync("login", "login", ("UserName", user), ("Password", Password), ("ReturnUrl", ""));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    private static Task<HttpResponseMessage> RunNowAsync(HttpClient browser, string tenant) =>
        browser.SendFormAsync(Page, Page + "/run", ("tenant", tenant), ("work", Script.First));
}
