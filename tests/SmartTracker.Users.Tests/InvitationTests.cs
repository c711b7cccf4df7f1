using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Security;
using SmartTracker.TestHost;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Tests;

public class InvitationTests
{
    private const string Lena = "lena@nordplan.example";
    private const string Chosen = "eleven cups of cold tea";

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_invited_person_chooses_a_password_and_is_in_and_the_link_works_once(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        using var katrin = await SignedInAsync(host);
        Assert.Contains("/nordplan/admin/users/", (await InviteAsync(katrin)).Headers.Location!.OriginalString, StringComparison.Ordinal);
        var letter = await host.LetterToAsync(Lena);
        Assert.Equal("Your access to nordplan", letter.Subject);
        Assert.Contains("Hello Lena Ost,", letter.TextBody!, StringComparison.Ordinal);

        using var lena = host.Browser("nordplan");
        var link = letter.Link();
        var weak = await lena.SendFormAsync(link, link, ("Password", "Sommer2026Sommer"));
        Assert.Contains("id=\"e-password\">Dieses Kennwort besteht aus Teilen", await weak.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // Two clicks on the button at the same moment.
        var token = await lena.TokenAsync(link);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(index => lena.PostAsync(link, PageForms.Form(token, ("FullName", "Lena Ost"), ("Password", Chosen + index)))));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.Redirect), answer => Assert.Equal(HttpStatusCode.Gone, answer.StatusCode));
        Assert.Equal(HttpStatusCode.OK, await lena.StatusAsync("account"));
        // In her own language from the first page on.
        Assert.Contains("was accepted already", await (await lena.GetAsync(link)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var user = await FindAsync(host);
        Assert.Equal(("Lena Ost", Lena, "en"), (user.FullName, user.UserName, user.Language));
        Assert.Equal(["Bookkeeper"], user.RoleNames);
    }

    [Fact]
    public async Task An_invitation_that_expired_was_withdrawn_or_sent_again_says_what_to_do()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await StartAsync(DatabaseEngine.Sqlite, time);
        using var katrin = await SignedInAsync(host);
        var page = (await InviteAsync(katrin)).Headers.Location!.OriginalString["/nordplan/".Length..];
        var first = (await host.LetterToAsync(Lena)).Link();
        using var lena = host.Browser("nordplan");
        Assert.Equal(HttpStatusCode.OK, await lena.StatusAsync(first));

        time.Advance(TimeSpan.FromSeconds(1));
        await katrin.SendFormAsync(page, page + "/invitation/send");
        var second = (await host.LetterToAsync(Lena, 2)).Link();
        await ShowsAsync(lena, first, HttpStatusCode.Gone, "neuere E-Mail");
        Assert.Equal(HttpStatusCode.OK, await lena.StatusAsync(second));

        await katrin.SendFormAsync(page, page + "/invitation/withdraw");
        await ShowsAsync(lena, second, HttpStatusCode.Gone, "zurückgezogen");

        time.Advance(TimeSpan.FromSeconds(1));
        await katrin.SendFormAsync(page, page + "/invitation/send");
        var third = (await host.LetterToAsync(Lena, 3)).Link();
        time.Advance(TimeSpan.FromDays(7));
        await ShowsAsync(lena, third, HttpStatusCode.Gone, "abgelaufen; sie gilt sieben Tage");
        await ShowsAsync(lena, "invitation/no-such-link", HttpStatusCode.NotFound, "nicht gültig");
    }

    [Theory]
    [InlineData("katrin@nordplan.example", "Bookkeeper", "id=\"e-mail\">Ein anderer Benutzer hat diese")]
    [InlineData("lena", "Bookkeeper", "id=\"e-mail\">Das ist keine E-Mail-Adresse")]
    [InlineData("", "Bookkeeper", "id=\"e-mail\">Das ist keine E-Mail-Adresse")]
    [InlineData("lena@nordplan.example", "", "id=\"e-role\">Wählen Sie eine der Rollen")]
    [InlineData("lena@nordplan.example", "Operator", "id=\"e-role\">Wählen Sie eine der Rollen")]
    public async Task A_refused_invitation_says_at_the_field_what_to_mend(string email, string role, string said)
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var katrin = await SignedInAsync(host);
        var page = await (await InviteAsync(katrin, email, role)).Content.ReadAsStringAsync();
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Empty(host.LettersTo(email));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_host_invites_a_new_customers_first_administrator(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        var (answer, again, wrong) = await host.InTenantAsync("nordplan", async services =>
        {
            var invitations = services.GetRequiredService<IInvitations>();
            return (
                await invitations.InviteAsync(new(Lena, "Lena Ost", RoleIds.Administrator), default),
                await invitations.InviteAsync(new(Lena, null, RoleIds.Administrator), default),
                await invitations.InviteAsync(new("max@nordplan.example", null, RoleIds.Operator), default));
        });
        Assert.Equal((null, null, true), (answer.Refused, answer.NotSent, answer.ExpiresAt is not null));
        Assert.NotNull(again.Refused);
        Assert.NotNull(wrong.Refused);

        var link = (await host.LetterToAsync(Lena)).Link();
        using var lena = host.Browser("nordplan");
        await lena.SendFormAsync(link, link, ("Password", Chosen));
        Assert.Equal(HttpStatusCode.OK, await lena.StatusAsync("admin/users"));
    }

    private static async Task ShowsAsync(HttpClient browser, string link, HttpStatusCode status, string said)
    {
        using var response = await browser.GetAsync(link);
        Assert.Equal(status, response.StatusCode);
        Assert.Contains(said, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    private static async Task<RunningHost> StartAsync(DatabaseEngine engine, TimeProvider? time = null)
    {
        var host = await RunningHost.StartAsync(engine, time: time);
        await host.CreateTenantAsync("nordplan", Make.UsersStep(("katrin", "Administrator")));
        return host;
    }

    private static async Task<HttpClient> SignedInAsync(RunningHost host)
    {
        var browser = host.Browser("nordplan");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync("katrin")).StatusCode);
        return browser;
    }

    private static Task<HttpResponseMessage> InviteAsync(HttpClient browser, string email = Lena, string role = "Bookkeeper") => browser.SendFormAsync(
        "admin/users/invite", "admin/users/invite", ("Email", email), ("FullName", "Lena Ost"), ("Role", role), ("Language", "en"));

    private static Task<User> FindAsync(RunningHost host) => host.InTenantAsync("nordplan", async services =>
        (await services.GetRequiredService<UserList>().GetAsync(default)).Single(user => user.Email == Lena));
}
