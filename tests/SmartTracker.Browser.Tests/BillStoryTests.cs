using System.Text;

namespace SmartTracker.Browser.Tests;

[Collection(InTheBrowser.Name)]
public sealed class BillStoryTests(OpenBrowser browser)
{
    [Fact]
    public Task A_customer_opens_the_bill_and_takes_the_PDF_home() => browser.TellAsync(async visit =>
    {
        await visit.SignInAsync("nordplan", "kunde");
        await visit.SeesAsync("Plotservice Hansa GmbH");
        await visit.Page.Locator("a.name-link").First.ClickAsync();
        var pdf = await visit.Page.RunAndWaitForDownloadAsync(() => visit.ClickAsync("Download PDF"));
        await using var stream = await pdf.CreateReadStreamAsync();
        var start = new byte[5];
        await stream.ReadExactlyAsync(start, TestContext.Current.CancellationToken);
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(start));
        Assert.EndsWith(".pdf", pdf.SuggestedFilename, StringComparison.Ordinal);
    });
}
