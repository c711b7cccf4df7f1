using System.Text;
using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace SmartTracker.Browser.Tests;

/// <summary>The month from the provider's draft to the files on the customer's desk.</summary>
[Collection(InTheBrowser.Name)]
public sealed class MonthStoryTests(OpenBrowser browser)
{
    [Fact]
    public Task A_month_is_issued_and_the_customer_takes_the_bill_home() => browser.TellAsync(async visit =>
    {
        await visit.SignInAsync("Default", "operator");
        await visit.GoToAsync("Default", "/admin/invoices/close");
        await visit.SetAsync("tenant", "nordplan");
        await visit.SetAsync("period", browser.World.BilledMonth.ToString("uuuu-MM", null));
        await visit.ClickAsync("Show the draft");
        await visit.SeesAsync("Nordplan Architekten PartG mbB");
        await visit.Page.GetByText("I have checked this draft").ClickAsync();
        await visit.Page.Locator("main form[method=post] button.primary[type=submit]").ClickAsync();
        await visit.ArrivesAtAsync("/admin/invoices/[0-9a-f-]{36}$");
        var number = await visit.Page.Locator(".crumbs [aria-current=page]").InnerTextAsync();

        await visit.SignInAsync("nordplan", "kunde");
        await visit.SeesAsync(number);
        await visit.ClickAsync(number);
        await visit.SeesAsync("Plotservice Hansa GmbH charges");
        using var pdf = PdfDocument.Open(await visit.DownloadAsync("/pdf"));
        Assert.Contains(number, string.Concat(pdf.GetPages().Select(page => page.Text)), StringComparison.Ordinal);
        var csv = Encoding.UTF8.GetString(await visit.DownloadAsync("/csv"));
        Assert.StartsWith("\uFEFFBill,Line,Job id", csv, StringComparison.Ordinal);
        Assert.True(csv.Split("\r\n").Length > 20);

        await visit.Page.Locator("a[href*='/lines/']").First.ClickAsync();
        await visit.Page.Locator("main a[href*='/jobs/']").First.ClickAsync();
        await visit.SeesAsync("Why this price");
    });

    [Fact]
    public Task Language_and_appearance_are_chosen_in_the_menu_and_stay() => browser.TellAsync(async visit =>
    {
        await visit.SignInAsync("baukontor", "kunde");
        await visit.ChooseAsync("Deutsch");
        await visit.SeesAsync("Rechnungen");
        await visit.ChooseAsync("Dunkel");
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await visit.GoToAsync("baukontor", "/account");
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        var background = await visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        Assert.True(LightnessOf(background) < 0.35, background);
    });

    [Fact]
    public Task Who_mistypes_the_password_is_told_and_may_try_again() => browser.TellAsync(async visit =>
    {
        await visit.GoToAsync("nordplan", "/admin/printers");
        await visit.Page.Locator("input[autocomplete=username]").FillAsync("admin");
        await visit.Page.Locator("input[type=password]").FillAsync("not the password");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeesAsync("That did not match.");
        await visit.Page.Locator("input[type=password]").FillAsync(SmartTracker.TestHost.DemoWorld.Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.ArrivesAtAsync("/nordplan/admin/printers$");
    });

    // rgb(…) and oklch(…) alike: painted on a canvas and read back.
    private static double LightnessOf(string colour)
    {
        var parts = colour[(colour.IndexOf('(', StringComparison.Ordinal) + 1)..].Split([' ', ',', ')'], StringSplitOptions.RemoveEmptyEntries);
        var first = double.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture);
        return colour.StartsWith("rgb", StringComparison.Ordinal) ? first / 255 : first;
    }
}
