using System.Net;
using SmartTracker.Abstractions.Data;
using SmartTracker.Printers.Domain;
using SmartTracker.PrinterSimulator;
using SmartTracker.TestHost;

namespace SmartTracker.Printers.Tests;

/// <summary>What happens when the certificate at a known address is another one.</summary>
public class CertificateStoryTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_renewal_passes_and_a_new_key_gets_no_password_until_a_person_confirms(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        using var admin = await world.SignInAsync();
        var home = $"admin/printers/{(await world.RegisteredAsync(admin)).Id}";
        using var first = await admin.SendFormAsync(home, home + "/test");
        var remembered = Assert.Single(await world.PrintersAsync()).PinnedKey;

        await world.Simulated.SetFaultAsync(new SimulatorFault.RenewedCertificate());
        using var renewed = await admin.SendFormAsync(home, home + "/test");
        var page = WebUtility.HtmlDecode(await admin.GetStringAsync(home));
        Assert.Contains("It accepted the password.", page, StringComparison.Ordinal);
        Assert.Equal(remembered, Assert.Single(await world.PrintersAsync()).PinnedKey);

        await world.Simulated.SetFaultAsync(new SimulatorFault.NewKey());
        var before = world.Simulated.Requests.Count;
        using var changed = await admin.SendFormAsync(home, home + "/test");
        Assert.Equal(before, world.Simulated.Requests.Count);
        var printer = Assert.Single(await world.PrintersAsync());
        Assert.Equal((StopReason.KeyChanged, remembered), (printer.Stopped, printer.PinnedKey));
        var readiness = WebUtility.HtmlDecode(await admin.GetStringAsync(home + "/readiness"));
        Assert.Contains("The printer shows another key than the one remembered.", readiness, StringComparison.Ordinal);

        using var confirmed = await admin.SendFormAsync(home, home + "/confirm-key", ("key", printer.PresentedKey!));
        printer = Assert.Single(await world.PrintersAsync());
        Assert.Equal((StopReason.None, false), (printer.Stopped, printer.HasPassword));
        Assert.Contains("New key confirmed:", WebUtility.HtmlDecode(await admin.GetStringAsync(home)), StringComparison.Ordinal);
        Assert.DoesNotContain(world.Simulated.Requests.Skip(before), request => request.WithPassword);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Where_an_authority_is_asked_for_only_its_valid_certificate_for_this_address_passes(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        using var admin = await world.SignInAsync();
        var (now, plan) = (TimeProvider.System.GetUtcNow(), world.Simulated.Plan);
        using var authority = SimulatedAuthority.Create("Nord Root", TimeProvider.System);
        using var stranger = SimulatedAuthority.Create("Stranger Root", TimeProvider.System);
        var good = authority.Issue(plan.SerialNumber, "127.0.0.1", now.AddDays(-1), now.AddDays(400));

        using var leaf = await admin.SendFormAsync("admin/printers/authorities", "admin/printers/authorities", ("pem", "no certificate"));
        Assert.Contains("There is no certificate in it.", await leaf.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await world.Simulated.SetFaultAsync(new SimulatorFault.OtherCertificate(good));
        using var registered = await admin.SendFormAsync("admin/printers/new", "admin/printers/new",
            ("Complete", "true"), ("Name", "Plotter"), ("Address", world.Simulated.Address.Authority), ("Protocol", "piws"), ("AdminPassword", plan.AdminPassword), ("NeedsAuthority", "true"));
        var home = $"admin/printers/{Assert.Single(await world.PrintersAsync()).Id}";

        Assert.Contains("is not signed by a known certificate authority", await TestAsync(admin, home), StringComparison.Ordinal);
        Assert.Empty(world.Simulated.Requests);
        using var added = await admin.SendFormAsync("admin/printers/authorities", "admin/printers/authorities", ("pem", authority.Pem));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Contains("It accepted the password.", await TestAsync(admin, home), StringComparison.Ordinal);
        Assert.Contains("Signed by CN=Nord Root, in force until", WebUtility.HtmlDecode(await admin.GetStringAsync(home + "/readiness")), StringComparison.Ordinal);

        var asked = world.Simulated.Requests.Count;
        foreach (var (certificate, words) in new[]
        {
            (authority.Issue(plan.SerialNumber, "127.0.0.1", now.AddDays(-9), now.AddDays(-2), good), "has expired or is not valid yet"),
            (authority.Issue(plan.SerialNumber, "127.0.0.9", now.AddDays(-1), now.AddDays(400), good), "was made for another name"),
            (stranger.Issue(plan.SerialNumber, "127.0.0.1", now.AddDays(-1), now.AddDays(400), good), "is not signed by a known certificate authority"),
            (authority.Issue(plan.SerialNumber, "127.0.0.1", now.AddDays(-1), now.AddDays(400)), "The device presented another key than the one remembered"),
        })
        {
            await world.Simulated.SetFaultAsync(new SimulatorFault.OtherCertificate(certificate));
            Assert.Contains(words, await TestAsync(admin, home), StringComparison.Ordinal);
        }

        Assert.Equal(asked, world.Simulated.Requests.Count);
    }

    private static async Task<string> TestAsync(HttpClient admin, string home)
    {
        using var tested = await admin.SendFormAsync(home, home + "/test");
        return WebUtility.HtmlDecode(await admin.GetStringAsync(home));
    }
}
