using System.Net;
using SmartTracker.Abstractions.Data;
using SmartTracker.TestHost;

namespace SmartTracker.Printers.Tests;

/// <summary>Registering a printer that speaks IPP.</summary>
public class IppPrinterPagesTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task It_is_registered_by_its_address_tested_in_plain_words_and_pinned(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine, ipp: true);
        using var admin = await world.SignInAsync();
        Assert.Contains("IPP (every printer with the Internet Printing Protocol)", await admin.GetStringAsync("admin/printers/new"), StringComparison.Ordinal);
        using var registered = await RegisterAsync(admin, $"127.0.0.1:{world.Simulated.Plan.Port}");
        Assert.Equal(HttpStatusCode.Redirect, registered.StatusCode);
        var printer = Assert.Single(await world.PrintersAsync());
        Assert.Equal(("ipp", world.Simulated.Address.AbsoluteUri), (printer.Protocol, printer.Address));

        var home = $"admin/printers/{printer.Id}";
        using var tested = await admin.SendFormAsync(home, home + "/test");
        var page = WebUtility.HtmlDecode(await admin.GetStringAsync(home));
        var plan = world.Simulated.Plan;
        Assert.Contains($"The printer answers: {plan.Model}, serial number {plan.SerialNumber}. It gives its list of finished jobs without a password. Fingerprint of its key:", page, StringComparison.Ordinal);
        Assert.Equal(64, Assert.Single(await world.PrintersAsync()).PinnedKey!.Length);
        Assert.Contains(world.Simulated.Address.AbsoluteUri, await admin.GetStringAsync(home + "/edit"), StringComparison.Ordinal);

        // Without TLS it is another trust: the key goes, and the page says what that means.
        using var moved = await admin.SendFormAsync(home + "/edit", home + "/edit", ("Name", "Kopierer"), ("Address", $"ipp://127.0.0.1:{plan.Port}"), ("Protocol", "ipp"));
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        using var again = await admin.SendFormAsync(home, home + "/test");
        Assert.Contains("The connection is not encrypted", await admin.GetStringAsync(home), StringComparison.Ordinal);
        Assert.Null(Assert.Single(await world.PrintersAsync()).PinnedKey);
    }

    [Theory]
    [InlineData("piws", "ipp://10.0.0.1", "", "This is not an address.")]
    [InlineData("ipp", "ftp://10.0.0.1", "", "the printer’s whole IPP address")]
    [InlineData("ipp", "ipps://10.0.0.1/ipp/print?x=1", "", "without ? and #")]
    [InlineData("ipp", "ipp://127.0.0.1:PORT", "secret", "A password is never sent without encryption.")]
    [InlineData("ipp", "ipps://127.0.0.1", "", "The host operator allows no printers at 127.0.0.1:631.")]
    [InlineData("fax", "10.0.0.1", "", "Choose one of: piws, ipp, ews, none, manual.")]
    public async Task What_is_wrong_is_said_and_nothing_is_stored(string protocol, string address, string password, string words)
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite, ipp: true);
        using var admin = await world.SignInAsync();
        var place = address.Replace("PORT", $"{world.Simulated.Plan.Port}", StringComparison.Ordinal);
        using var answer = await RegisterAsync(admin, place, protocol, password);
        Assert.Contains(words, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Empty(await world.PrintersAsync());
    }

    private static Task<HttpResponseMessage> RegisterAsync(HttpClient admin, string address, string protocol = "ipp", string password = "") => admin.SendFormAsync("admin/printers/new", "admin/printers/new", ("Name", "Kopierer"), ("Address", address), ("Protocol", protocol), ("AdminPassword", password));
}
