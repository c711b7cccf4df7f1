using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.TestHost;
using UglyToad.PdfPig;

namespace SmartTracker.Security.Tests;

/// <summary>Names from devices and people come out as they are, on every page, in every file, and do nothing there.</summary>
public sealed class HostileNamesTests(HostileNamesTests.HostileWorld world) : IClassFixture<HostileNamesTests.HostileWorld>
{
    private const string PrinterName = "<b>\"Plotter\"</b> \u202Efdp' onload=x =1+1";

    [Fact]
    public async Task Every_page_shows_them_literally()
    {
        foreach (var (tenant, user) in new[] { ("nordplan", "administrator"), ("nordplan", "customer"), (Tenant.DefaultName, "operator") })
        {
            var pages = (await Crawl.AllAsync(await world.World.SignInAsync(tenant, user), ofEachKind: 30)).Where(page => page.Value.IsPage).ToList();
            foreach (var (path, page) in pages)
            {
                Assert.Equal((path, 200), (path, page.Status));
                var raw = page.Text;
                Assert.All(HostileNames.All.Append(PrinterName).Where(name => name.AsSpan().IndexOfAny("<>\"'&") >= 0), name =>
                    Assert.False(raw.Contains(name, StringComparison.Ordinal), $"{path} holds {name} as markup."));
            }

            var shown = string.Concat(pages.Select(page => WebUtility.HtmlDecode(page.Value.Text)));
            Assert.True(VisibleText.IndexOfHidden(shown) < 0, "A character that nobody sees is on a page.");
            Assert.Contains(VisibleText.Of(PrinterName), shown, StringComparison.Ordinal);
            if (user == "administrator")
                Assert.All(world.Held, held => Assert.Contains(VisibleText.Of(held), shown, StringComparison.Ordinal));
            if (tenant == "nordplan")
                Assert.All(HostileNames.All, name => Assert.Contains(VisibleText.Of(name), shown, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("de", ';')]
    [InlineData("en", ',')]
    public async Task A_spreadsheet_takes_none_of_them_for_a_formula(string culture, char separator)
    {
        var customer = await world.World.SignInAsync("nordplan", "customer");
        customer = customer.WithCookie("st_culture_nordplan", $"c={culture}|uic={culture}");
        var file = (await Crawl.AllAsync(customer)).First(page => page.Key.EndsWith("/csv", StringComparison.Ordinal)).Value;
        var rows = Csv.Read(file.Text.TrimStart('\uFEFF'), separator);
        Assert.True(rows.Count > 20);
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
        var cells = rows.Skip(1).SelectMany(row => row).Where(cell => cell.Length > 0).ToList();
        Assert.All(cells.Where(cell => !decimal.TryParse(cell, NumberStyles.Any, CultureInfo.GetCultureInfo(culture), out _)), cell =>
            Assert.False("=+-@\t\r＝＋－＠".Contains(cell[0], StringComparison.Ordinal), cell));
        Assert.All(HostileNames.All, name => Assert.Contains(cells, cell => cell == VisibleText.Of(name) || cell == "'" + VisibleText.Of(name)));
    }

    [Theory]
    [InlineData("nordplan", "customer")]
    [InlineData(Tenant.DefaultName, "operator")]
    public async Task The_PDF_prints_them_letter_by_letter(string tenant, string user)
    {
        var file = (await Crawl.AllAsync(await world.World.SignInAsync(tenant, user))).First(page => page.Key.EndsWith("/pdf", StringComparison.Ordinal)).Value;
        using var pdf = PdfDocument.Open(file.Body);
        var text = Bare(string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value)));
        Assert.Contains(Bare(VisibleText.Of(PrinterName)), text, StringComparison.Ordinal);
        foreach (var name in HostileNames.All.Where(name => name.All(letter => letter is > ' ' and < '\u007F' or ' ')))
            Assert.Contains(Bare(name), text, StringComparison.Ordinal);
        // What would reorder or hide letters is printed as its code.
        Assert.DoesNotContain(text, letter => CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.Control);
        Assert.Contains(Bare(VisibleText.Of("Rechnung\u202Efdp.exe")), text, StringComparison.Ordinal);
    }

    // Lines are broken where they must, so blanks say nothing.
    private static string Bare(string text) => new StringBuilder().AppendJoin("", text.Where(letter => !char.IsWhiteSpace(letter))).ToString();

    public sealed class HostileWorld : IAsyncLifetime
    {
        public DemoWorld World { get; private set; } = null!;

        /// <summary>What the customer's printers say of their inks.</summary>
        public IReadOnlyList<string> Held => [.. World.Fleet.Printers.Select(printer => printer.Plan).Where(plan => plan.Group == "nordplan").SelectMany(plan => plan.State!.Inks).Select(ink => ink.PartNumber)];

        public async ValueTask InitializeAsync()
        {
            World = await DemoWorld.StartAsync(new FakeTimeProvider(EveryModule.Now), plan => HostileNames.In(plan, "nordplan"), customers: []);
            await World.AddCustomerAsync("nordplan");
            var administrator = await World.SignInAsync("nordplan", "administrator");
            foreach (var (path, form) in (await Crawl.AllAsync(administrator)).Where(page => page.Key.StartsWith("/admin/printers/", StringComparison.Ordinal) && page.Key.EndsWith("/edit", StringComparison.Ordinal)))
            {
                var printer = World.Fleet.Printers.Single(known => form.Text.Contains(known.Address.Authority, StringComparison.Ordinal));
                var saved = await administrator.PostAsync(path, ("Name", printer.Plan.Name == "Plotter Entwurf" ? PrinterName : printer.Plan.Name), ("Address", printer.Address.Authority), ("Protocol", "piws"));
                Assert.Equal(302, saved.Status);
            }

            await World.BillAsync("nordplan");
        }

        public ValueTask DisposeAsync() => World.DisposeAsync();
    }
}
