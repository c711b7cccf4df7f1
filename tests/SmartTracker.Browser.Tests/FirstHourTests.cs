using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SmartTracker.TestHost;
using UglyToad.PdfPig;

namespace SmartTracker.Browser.Tests;

/// <summary>What a stranger does first: the README's tour to the letter, and an installation of one's own.</summary>
[Collection(InTheBrowser.Name)]
public sealed partial class FirstHourTests(OpenBrowser browser)
{
    private const string Passphrase = "vier Rollen Papier im Keller";

    [Fact]
    public async Task The_tour_of_the_readme_taken_literally_ends_at_a_downloaded_bill()
    {
        await using var demo = new RunningProgram("demo");
        var password = await demo.SaysAsync(@"Password for all of them: (\S+)");
        var steps = Instruction().Matches(Tour().Match(Repository.Text("README.md")).Value).ToList();
        Assert.True(steps.Count > 15, string.Join('\n', steps));
        await browser.TellAsync(async visit =>
        {
            byte[]? bill = null;
            foreach (var step in steps)
            {
                if (step.Groups["open"] is { Success: true } path)
                    await visit.Page.GotoAsync(path.Value);
                else if (step.Groups["user"] is { Success: true } user)
                    await visit.SignInHereAsync(user.Value, password);
                else if (step.Groups["see"] is { Success: true } text)
                    await visit.SeesAsync(text.Value);
                else if (step.Groups["choose"] is { Success: true } choice)
                    await visit.ChooseAsync(choice.Value);
                else if (step.Groups["follow"].Value is "PDF")
                    bill = await visit.DownloadAsync("/pdf");
                else
                    await visit.ClickAsync(Number().Replace(step.Groups["follow"].Value, TimeProvider.System.GetLocalNow().Year + "-$1"));
            }

            Assert.NotNull(bill);
            using var pdf = PdfDocument.Open(bill);
            Assert.Contains("Nordplan Architekten", string.Concat(pdf.GetPages().Select(page => page.Text)), StringComparison.Ordinal);
        }, Look.Unchosen, demo.Address);
    }

    [Fact]
    public async Task An_installation_is_set_up_at_the_address_that_it_prints_and_never_again()
    {
        await using var program = new RunningProgram("serve");
        var setup = await program.SaysAsync(@"Open this address once:\s+(\S+)");
        await browser.TellAsync(async visit =>
        {
            await visit.Page.GotoAsync(setup);
            await visit.SetAsync("SiteName", "Plotdienst Elbe");
            await visit.Page.Locator("input[name=Recipe][value=provider]").CheckAsync();
            await visit.SetAsync("UserName", "chefin");
            await visit.SetAsync("Email", "chefin@plotdienst.example");
            await visit.SetAsync("Password", "passwordpassword");
            await visit.SetAsync("PasswordAgain", "passwordpassword");
            await visit.SubmitAsync();
            await Assertions.Expect(visit.Page.Locator("input[name=Password]")).ToHaveAttributeAsync("aria-invalid", "true");
            await visit.SetAsync("Password", Passphrase);
            await visit.SetAsync("PasswordAgain", Passphrase);
            await visit.SubmitAsync();
            await visit.ArrivesAtAsync("/login");
            await visit.SignInHereAsync("chefin", Passphrase);
            await visit.SeesAsync("Plotdienst Elbe");
        }, address: program.Address);
        using var outside = new HttpClient();
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await outside.GetAsync(setup)).StatusCode);
    }

    [GeneratedRegex("(?<=## The first five minutes).+?(?=\n## )", RegexOptions.Singleline)]
    private static partial Regex Tour();

    [GeneratedRegex("""<http://127\.0\.0\.1:5080(?<open>/[^>]*)>|sign in as `(?<user>\w+)`|"(?<see>[^"]+)"|[Cc]hoose \*\*(?<choose>[^*]+)\*\*|\*\*(?<follow>[^*]+)\*\*""")]
    private static partial Regex Instruction();

    // The year in a bill's number is the year in which the demo runs.
    [GeneratedRegex(@"^\d{4}-(\d{4})$")]
    private static partial Regex Number();
}
