using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SmartTracker.Abstractions.Data;
using SmartTracker.TestHost;

namespace SmartTracker.Users.Tests;

public class PasswordResetTests
{
    private const string Katrin = "katrin@nordplan.example";
    private const string NewPassword = "another long sentence";

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_forgotten_password_is_replaced_by_letter_once_and_ends_every_session(DatabaseEngine engine)
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var log = new LogMemory();
        await using var host = await RunningHost.StartAsync(engine, time: time, configure: services => services.AddSingleton<ILoggerProvider>(log));
        await host.CreateTenantAsync("nordplan", Make.UsersStep(("katrin", "Administrator")));
        using var elsewhere = host.Browser("nordplan");
        await elsewhere.SignInAsync("katrin");

        using var browser = host.Browser("nordplan");
        await AskAsync(browser, Katrin);
        var link = (await host.LetterToAsync(Katrin)).Link();
        Assert.Contains("id=\"e-password\"", await browser.GetStringAsync(link), StringComparison.Ordinal);
        var token = await browser.TokenAsync(link);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.PostAsync(link, PageForms.Form(token, ("password", NewPassword)))));
        Assert.Equal("/nordplan/login", Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect).Headers.Location!.OriginalString);
        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.Gone));

        Assert.Equal(HttpStatusCode.OK, (await browser.SignInAsync("katrin")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync("katrin", NewPassword)).StatusCode);
        time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Redirect, await elsewhere.StatusAsync("account"));
        Assert.Equal("Ihr Kennwort für nordplan wurde geändert", (await host.LetterToAsync(Katrin, 2)).Subject);
        Assert.DoesNotContain(log.Lines, line => line.Contains(link.Split('/')[1], StringComparison.Ordinal) || line.Contains(NewPassword, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asking_says_the_same_whether_the_user_exists_or_not_and_only_users_with_access_get_a_letter()
    {
        await using var host = await StartAsync();
        using var browser = host.Browser("nordplan");
        var page = "admin/users/" + await IdAsync(host, "max");
        using (var administrator = host.Browser("nordplan"))
        {
            await administrator.SignInAsync("katrin");
            await administrator.SendFormAsync(page, page + "/disable");
        }

        var existing = await AskAsync(browser, "katrin");
        Assert.Contains("role=\"status\"", existing, StringComparison.Ordinal);
        Assert.Equal(Neutral(existing), Neutral(await AskAsync(browser, "nobody")));
        await AskAsync(browser, "max");
        await host.LetterToAsync(Katrin);
        Assert.Empty(host.LettersTo("max@nordplan.example"));
        Assert.Empty(host.LettersTo("nobody"));

        static string Neutral(string text) => System.Text.RegularExpressions.Regex.Replace(
            text.Replace("katrin", "nobody", StringComparison.Ordinal), "value=\"CfDJ8[^\"]*\"", "");
    }

    [Fact]
    public async Task Nobody_is_flooded_with_letters()
    {
        await using var host = await StartAsync();
        using var browser = host.Browser("nordplan");
        foreach (var name in new[] { "katrin", "KATRIN", Katrin, "katrin", Katrin, "katrin", Katrin })
            await AskAsync(browser, name);
        await host.LetterToAsync(Katrin, 3);
        await Task.Delay(300);
        Assert.Equal(3, host.LettersTo(Katrin).Count);
    }

    [Fact]
    public async Task A_reset_link_works_for_an_hour_and_only_until_the_password_changes()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await StartAsync(time);
        using var browser = host.Browser("nordplan");
        await AskAsync(browser, "katrin");
        var link = (await host.LetterToAsync(Katrin)).Link();
        time.Advance(TimeSpan.FromMinutes(61));
        using var expired = await browser.GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, expired.StatusCode);
        Assert.Contains("href=\"/nordplan/forgotten\"", await expired.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await AskAsync(browser, "katrin");
        link = (await host.LetterToAsync(Katrin, 2)).Link();
        await browser.SignInAsync("katrin");
        await browser.SendFormAsync("account", "account/password", ("CurrentPassword", Make.Password), ("Password", NewPassword));
        Assert.Equal(HttpStatusCode.Gone, await browser.StatusAsync(link));
    }

    [Fact]
    public async Task An_administrator_sends_the_link_without_learning_it()
    {
        await using var host = await StartAsync();
        using var browser = host.Browser("nordplan");
        await browser.SignInAsync("katrin");
        var page = "admin/users/" + await IdAsync(host, "max");
        await browser.SendFormAsync(page, page + "/reset-link");
        var link = (await host.LetterToAsync("max@nordplan.example")).Link();
        Assert.DoesNotContain(link.Split('/')[1], await browser.GetStringAsync(page), StringComparison.Ordinal);
        using var max = host.Browser("nordplan");
        Assert.Equal(HttpStatusCode.OK, await max.StatusAsync(link));
    }

    private static async Task<RunningHost> StartAsync(TimeProvider? time = null)
    {
        var host = await RunningHost.StartAsync(DatabaseEngine.Sqlite, time: time);
        await host.CreateTenantAsync("nordplan", Make.UsersStep(("katrin", "Administrator"), ("max", "Bookkeeper")));
        return host;
    }

    private static async Task<string> AskAsync(HttpClient browser, string name) =>
        await (await browser.SendFormAsync("forgotten", "forgotten", ("UserName", name))).Content.ReadAsStringAsync();

    private static Task<string> IdAsync(RunningHost host, string name) => host.InTenantAsync("nordplan", async services =>
        (await services.GetRequiredService<Data.UserList>().GetAsync(default)).Single(user => user.UserName == name).Id.ToString());
}
