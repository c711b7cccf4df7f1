using Microsoft.Playwright;

namespace SmartTracker.Browser.Tests;

/// <summary>What a provider and a new customer do in the first hour.</summary>
[Collection(InTheBrowser.Name)]
public sealed class ProviderStoryTests(OpenBrowser browser)
{
    private const string Password = "ein neuer Plotter im Keller";

    [Fact]
    public Task A_new_customer_is_created_registers_a_printer_collects_prices_and_sees_why() => browser.TellAsync(async visit =>
    {
        await visit.SignInAsync("Default", "operator");
        await visit.GoToAsync("Default", "/admin/tenants/new");
        await visit.SetAsync("SiteName", "Neubau GmbH");
        await visit.SetAsync("UrlPrefix", "neubau");
        await visit.Page.Locator("input[name=Recipe][value=customer]").CheckAsync();
        await visit.SetAsync("AdminUserName", "anna");
        await visit.SetAsync("AdminPassword", Password);
        await visit.SubmitAsync();
        await visit.SeesAsync("Neubau GmbH is running");

        await visit.SignInAsync("neubau", "anna", Password);
        await visit.SeesAsync("No printers");
        await visit.GoToAsync("neubau", "/admin/printers/new");
        await visit.SetAsync("Name", "Keller");
        await visit.SetAsync("Address", browser.SparePrinter.Address.Authority);
        await visit.SetAsync("AdminPassword", browser.SparePrinter.Plan.AdminPassword);
        await visit.SubmitAsync();
        await visit.ClickAsync("Test connection");
        await visit.SeesAsync($"The printer answers: {browser.SparePrinter.Plan.Model}");
        await visit.ClickAsync("Collect now");
        await visit.SeesAsync($"{browser.SparePrinter.Plan.Jobs.Count} new");

        await visit.GoToAsync("neubau", "/admin/cost-rules/new");
        await visit.SetAsync("ValidFrom", "2020-01-01");
        await visit.SetAsync("Lines[0].UnitPrice", "1.25");
        await visit.SubmitAsync();
        await visit.SeesAsync("Version 1 is published");

        await visit.GoToAsync("neubau", "/admin/print-jobs?month=" + browser.World.BilledMonth.ToString("uuuu-MM", null));
        await visit.Page.Locator("main td a.name-link, main td a[href*='/print-jobs/']").First.ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Why this price" }).Or(visit.Page.GetByText("Why this price")).First).ToBeVisibleAsync();
        await visit.SeesAsync("1.25");
    });
}
