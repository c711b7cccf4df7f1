using System.Net;
using SmartTracker.Abstractions.Data;
using SmartTracker.TestHost;

namespace SmartTracker.Printers.Tests;

/// <summary>The checklist as people see it.</summary>
public class ReadinessPagesTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Jobs_answers_and_contacts_turn_open_points_into_judged_ones(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        using var admin = await world.SignInAsync();
        var home = $"admin/printers/{(await world.RegisteredAsync(admin)).Id}";
        var page = await ReadAsync(admin, home + "/readiness");
        Assert.Contains("It has not been contacted yet.", page, StringComparison.Ordinal);
        Assert.Contains("Seen so far: 0 print jobs.", page, StringComparison.Ordinal);

        using var checkedAgain = await admin.SendFormAsync(home + "/readiness", home + "/readiness/check");
        using var collected = await admin.SendFormAsync(home, "admin/collections/now", ("printer", home.Split('/')[2]));
        for (var progress = ""; collected.Headers.Location!.OriginalString.Contains("/now/", StringComparison.Ordinal) && !progress.Contains("Go on", StringComparison.Ordinal);)
            progress = await admin.GetStringAsync(collected.Headers.Location);
        using var answered = await admin.SendFormAsync(home + "/readiness", home + "/readiness/answer", ("question", "WebProxy"), ("answer", "none"));
        using var nonsense = await admin.SendFormAsync(home + "/readiness", home + "/readiness/answer", ("question", "WebProxy"), ("answer", "perhaps"));
        Assert.Equal(HttpStatusCode.NotFound, nonsense.StatusCode);

        page = await ReadAsync(admin, home + "/readiness");
        foreach (var words in new[]
        {
            "it accepted the stored one", "The printer signed its certificate itself.", "No web proxy is entered on the printer, says admin on",
            "It differs from this server’s by", "Its job list reaches back", "The printer is not asked through SNMP", "No protocol tells whether the printer asks for an account ID.",
        })
            Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Seen so far: 0 print jobs.", page, StringComparison.Ordinal);
        Assert.Matches("Signs its certificate itself|Some jobs without a user", await ReadAsync(admin, "admin/printers"));
        var report = await ReadAsync(admin, "admin/readiness");
        Assert.Contains("No printer has anything that must be fixed.", report, StringComparison.Ordinal);
        Assert.Contains("The printer signed its certificate itself.", report, StringComparison.Ordinal);

        using var books = await world.SignInAsync("books");
        Assert.DoesNotContain("readiness/answer", await ReadAsync(books, home + "/readiness"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"admin/printers/{Guid.NewGuid()}/readiness")).StatusCode);
    }

    private static async Task<string> ReadAsync(HttpClient browser, string path) => WebUtility.HtmlDecode(await browser.GetStringAsync(path));
}
