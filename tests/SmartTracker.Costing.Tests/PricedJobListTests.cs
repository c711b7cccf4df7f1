using System.Net;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;
using SmartTracker.TestHost;

namespace SmartTracker.Costing.Tests;

/// <summary>Collection's list of jobs where Costing rates them.</summary>
public sealed class PricedJobListTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Jobs_are_narrowed_ordered_added_up_and_exported_by_price(DatabaseEngine engine)
    {
        await using var tenant = await CostingTenant.StartAsync(engine, culture: "de");
        await tenant.PublishAsync(new NodaTime.LocalDate(2026, 1, 1), null, new Rate(Measure.MediaArea, 2m));
        var cheap = Make.Job(mediaMm2: 1_000_000) with { JobName = "cheap" };
        var dear = Make.Job(mediaMm2: 3_000_001) with { JobName = "dear" };
        var unrated = Make.Job(mediaMm2: null) with { JobName = "unrated" };
        var pending = Make.Job(PrintJobStatus.Pending) with { JobName = "pending" };
        await tenant.StoreAsync(cheap, dear, unrated, pending);
        using var books = await tenant.SignedInAsync("buch");

        Assert.Equal(["dear", "cheap", "unrated", "pending"], await NamesAsync(books, "sort=-price"), Ordered);
        Assert.Equal(["unrated"], await NamesAsync(books, "price=Unrated"));
        Assert.Equal(["cheap", "dear"], await NamesAsync(books, "price=Rated&sort=price"));
        var page = WebUtility.HtmlDecode(await books.GetStringAsync("admin/print-jobs"));
        Assert.Contains("Ohne Preis <span class=\"count\">1</span>", page, StringComparison.Ordinal);
        Assert.Matches("8,00\u00a0€\\s*<span class=\"sub\">ohne 1 unbewertete</span>", page);

        var csv = await books.GetStringAsync("admin/print-jobs/export?sort=-price");
        var rows = csv.TrimStart('\uFEFF').Split("\r\n");
        Assert.EndsWith(";Preis;Währung", rows[0], StringComparison.Ordinal);
        Assert.Matches("^dear;.*;3,000001;1,5;6,000002;EUR$", rows[1]);
        Assert.Matches("^cheap;.*;1;1,5;2;EUR$", rows[2]);
        Assert.Contains(rows, row => row.StartsWith("unrated;", StringComparison.Ordinal) && row.EndsWith(";;1,5;unbewertet;", StringComparison.Ordinal));
    }

    // Jobs without a price stand behind the others; which of them comes first does not matter.
    private static bool Ordered(string expected, string actual) => expected == actual || (expected, actual) is ("unrated" or "pending", "unrated" or "pending");

    private static async Task<IEnumerable<string>> NamesAsync(HttpClient browser, string query) =>
        System.Text.RegularExpressions.Regex.Matches(await browser.GetStringAsync("admin/print-jobs?" + query), "<a class=\"name-link\" href=\"[^\"]+\">([a-z]+)</a>")
            .Select(row => row.Groups[1].Value);
}
