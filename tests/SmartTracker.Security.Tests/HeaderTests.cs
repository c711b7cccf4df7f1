using System.Text.RegularExpressions;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Security.Tests.Matrix;
using SmartTracker.TestHost;

namespace SmartTracker.Security.Tests;

[Collection(OnEveryModule.Name)]
public sealed partial class HeaderTests(EveryModule host)
{
    /// <summary>On every answer, whatever it is.</summary>
    private static readonly Dictionary<string, string> Always = new()
    {
        ["Content-Security-Policy"] = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self' data:; "
            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        ["X-Content-Type-Options"] = "nosniff",
        ["Referrer-Policy"] = "same-origin",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()",
    };

    [Fact]
    public async Task Every_kind_of_answer_carries_the_same_headers()
    {
        var administrator = await host.SignedInAsync("nordplan", "administrator");
        var guest = await host.SignedInAsync("nordplan", "guest");
        var anonymous = await host.SignedInAsync("nordplan", null);
        var operatorAtHome = await host.SignedInAsync(Tenant.DefaultName, "operator");
        var bill = (await Subjects.OfAsync(host, "nordplan", "administrator")).Find("bills/{id}")!;
        using var withoutToken = Session.Form(null);
        (string What, int Status, Answer Answer)[] answers =
        [
            ("a page", 200, await administrator.GetAsync("/admin/printers")),
            ("the sign-in page", 200, await anonymous.GetAsync("/login")),
            ("sent to sign in", 302, await anonymous.GetAsync("/admin/printers")),
            ("sent on after a form", 302, await administrator.PostAsync("/admin/imports/mailbox/again")),
            ("refused", 403, await guest.GetAsync("/admin/printers")),
            ("no such page", 404, await administrator.GetAsync("/no/such/page")),
            ("no such object", 404, await administrator.GetAsync("/bills/0199a000-0000-7000-8000-00000000dead")),
            ("no token", 400, await administrator.SendAsync(HttpMethod.Post, "/logout", withoutToken)),
            ("a verb that is not offered", 404, await administrator.SendAsync(HttpMethod.Delete, bill)),
            ("a PDF", 200, await administrator.GetAsync(bill + "/pdf")),
            ("a CSV file", 200, await administrator.GetAsync(bill + "/csv")),
            ("the accent", 200, await anonymous.GetAsync("/theme.css")),
            ("a style sheet", 200, await anonymous.GetAsync("/_content/SmartTracker.Theme.Admin/app.css")),
            ("a missing file", 404, await anonymous.GetAsync("/_content/SmartTracker.Theme.Admin/no.css")),
            ("live", 200, await operatorAtHome.GetAsync("/health/live")),
            ("ready", 200, await operatorAtHome.GetAsync("/health/ready")),
        ];
        foreach (var (what, status, answer) in answers)
        {
            Assert.Equal((what, status), (what, answer.Status));
            AssertAlways(what, answer);
        }

        foreach (var (what, _, answer) in answers.Where(answer => answer.What is "a PDF" or "a CSV file"))
        {
            Assert.Matches("^attachment; filename=", answer.ContentHeaders.GetValues("Content-Disposition").Single());
            Assert.True(answer.Headers.CacheControl?.NoStore == true, $"{what} may be kept by a cache.");
        }
    }

    [Fact]
    public async Task Nothing_that_a_signed_in_person_sees_is_kept_by_a_cache()
    {
        foreach (var (path, answer) in await host.PagesAsync("nordplan", "administrator"))
            Assert.True(path is "/theme.css" || answer.Headers.CacheControl?.NoStore == true, $"{path}: {answer.Headers.CacheControl}");
    }

    [Fact]
    public async Task No_page_holds_a_script_or_a_style_of_its_own()
    {
        foreach (var (tenant, user) in new[] { (Tenant.DefaultName, "operator"), ("nordplan", "administrator"), ("nordplan", "customer"), ("nordplan", null) })
        {
            foreach (var (path, answer) in await host.PagesAsync(tenant, user))
            {
                if (answer.IsPage)
                    Assert.False(Inline().IsMatch(answer.Text), $"{path}: {Inline().Match(answer.Text).Value}");
            }
        }
    }

    [Fact]
    public async Task Also_an_installation_in_trouble_answers_with_the_headers_and_without_a_trace()
    {
        await using var broken = await RunningHost.StartAsync(DatabaseEngine.Sqlite, new Dictionary<string, string?> { ["Logging:LogLevel:Default"] = "None" });
        using var outside = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = broken.Address };
        AssertTrouble("not set up", 302, await AskAsync(""));
        AssertTrouble("to be set up", 200, await AskAsync("setup"));

        await broken.CreateTenantAsync(Tenant.DefaultName);
        await broken.CreateTenantAsync("nord");
        await broken.CreateTenantAsync("sued");
        await broken.Tenants.DisableAsync("sued", CancellationToken.None);
        AssertTrouble("disabled", 404, await AskAsync("sued/login"));

        var session = await Session.OpenAsync(broken, "nord", null, "");
        await broken.InTenantAsync("nord", async services =>
        {
            var database = (ITenantDatabase)services.GetService(typeof(ITenantDatabase))!;
            await database.Connection.OpenAsync();
            await using var command = database.Connection.CreateCommand();
            command.CommandText = "DROP TABLE user_roles; DROP TABLE users";
            await command.ExecuteNonQueryAsync();
        });
        AssertTrouble("a failing page", 500, await session.PostAsync("/login", ("UserName", "x"), ("Password", "y")));

        // A connection that is still open would keep its log, from which SQLite mends the file.
        await broken.QuietAsync("nord");
        await broken.Tenants.DisableAsync("nord", CancellationToken.None);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(Path.Combine(broken.DataFolder, "Sites", "nord", "smarttracker.db"), "This is no database, and longer than a header of one hundred bytes, as SQLite wants to read it first.");
        await broken.Tenants.EnableAsync("nord", CancellationToken.None);
        AssertTrouble("a tenant that cannot start", 503, await AskAsync("nord/login"));

        async Task<Answer> AskAsync(string path) => await Answer.ReadAsync(await outside.GetAsync(path));
    }

    private static void AssertTrouble(string what, int status, Answer answer)
    {
        Assert.Equal((what, status), (what, answer.Status));
        AssertAlways(what, answer);
        Assert.DoesNotContain(" at SmartTracker", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.True(status != 503 || answer.Headers.RetryAfter is not null, $"{what}: no Retry-After");
    }

    private static void AssertAlways(string what, Answer answer)
    {
        Assert.All(Always, header => Assert.Equal(
            $"{what}: {header.Key}: {header.Value}",
            $"{what}: {header.Key}: {(answer.Headers.TryGetValues(header.Key, out var values) ? string.Join(" | ", values) : "missing")}"));
        Assert.DoesNotContain(answer.Headers, header => header.Key is "Server" or "X-Powered-By" or "X-AspNet-Version");
    }

    [GeneratedRegex("<script(?![^>]*\\ssrc=\")[^>]*>|<style|\\sstyle=|\\son[a-z]+=\"|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
