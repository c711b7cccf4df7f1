using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using SmartTracker.TestHost;

namespace SmartTracker.Browser.Tests;

/// <summary>Every page that a role can reach by links, as the browser shows it: accessible in light and dark, nothing beside the window at
/// 360 pixels, no error. Baukontor's names are hostile, so that a page which lets one of them work is seen here too.</summary>
[Collection(InTheBrowser.Name)]
public sealed partial class PageTests(OpenBrowser browser)
{
    private static readonly HashSet<string> Seen = [];

    [Theory]
    [InlineData("Default", "operator")]
    [InlineData("baukontor", "administrator")]
    [InlineData("baukontor", "bookkeeper")]
    [InlineData("baukontor", "customer")]
    [InlineData("baukontor", null)]
    public async Task Every_page_is_accessible_fits_a_phone_and_complains_of_nothing(string tenant, string? user)
    {
        var pages = (await Crawl.AllAsync(await browser.World.SignInAsync(tenant, user), ofEachKind: 1)).Where(page => page.Value.IsPage)
            .DistinctBy(page => Crawl.KindOf(page.Key.Split('?')[0])).ToList();
        Assert.NotEmpty(pages);
        await browser.TellAsync(async visit =>
        {
            if (user is not null)
                await visit.SignInAsync(tenant, user);
            var faults = new List<string>();
            foreach (var (page, answer) in pages)
            {
                await visit.GoToAsync(tenant, page);
                // A page that another role saw built alike is as accessible here.
                if (!Seen.Add(Skeleton(answer.Text)))
                    continue;
                faults.AddRange(await InaccessibleAsync(visit, page, "light"));
                await visit.Page.EvaluateAsync("document.documentElement.dataset.theme = 'dark'");
                faults.AddRange(await InaccessibleAsync(visit, page, "dark", "color-contrast"));
                await visit.Page.SetViewportSizeAsync(360, 800);
                if (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") is > 360 and var width)
                    faults.Add($"{page} is {width} pixels wide on a phone of 360: {await visit.Page.EvaluateAsync<string>(WidestElement)}");
                await visit.Page.SetViewportSizeAsync(1280, 900);
            }

            Assert.True(faults.Count == 0, string.Join('\n', faults));
        }, name: $"{tenant}-{user ?? "anonymous"}");
    }

    private static async Task<IEnumerable<string>> InaccessibleAsync(Visit visit, string page, string look, string? onlyRule = null)
    {
        var result = await visit.Page.RunAxe(new AxeRunOptions
        {
            RunOnly = onlyRule is null
                ? new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }
                : new() { Type = "rule", Values = [onlyRule] },
            ResultTypes = [ResultType.Violations],
        });
        return result.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{page} ({look}): {violation.Id}, {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}");
    }

    private static string Skeleton(string html) => string.Concat(Tag().Matches(html[html.IndexOf("<main", StringComparison.Ordinal)..]).Select(tag => tag.Value));

    [GeneratedRegex("</?[a-z0-9]+|class=\"[^\"]*\"")]
    private static partial Regex Tag();

    private const string WidestElement = """
        (() => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 361).slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(' | '))()
        """;
}
