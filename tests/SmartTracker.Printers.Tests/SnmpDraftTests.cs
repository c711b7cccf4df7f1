using Microsoft.AspNetCore.DataProtection;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Registry;

namespace SmartTracker.Printers.Tests;

/// <summary>SNMP secrets are kept like passwords.</summary>
public class SnmpDraftTests
{
    private static readonly SnmpDraft Private = new(SnmpVersion.V3)
    {
        UserName = "reader",
        Authentication = SnmpAuthentication.Sha256,
        AuthenticationSecret = "correct horse",
        Privacy = SnmpPrivacy.Aes128,
        PrivacySecret = "battery staple",
    };

    private readonly PrinterSecrets _secrets = new(new EphemeralDataProtectionProvider());

    [Fact]
    public void Secrets_come_back_for_their_own_place_and_key_and_are_shown_nowhere()
    {
        var printer = Make.Printer();
        new SnmpSettings(_secrets).Set(printer, Private);
        Assert.Equal(Private.With(null), _secrets.RevealSnmp(printer));
        Assert.Equal(new SnmpProfile(SnmpVersion.V3, 161, "reader", SnmpAuthentication.Sha256, SnmpPrivacy.Aes128), printer.Snmp);
        foreach (var text in new[] { printer.ProtectedSnmp!, printer.Snmp!.ToString(), Private.ToString(), Private.With(null)!.ToString() })
        {
            Assert.DoesNotContain("horse", text, StringComparison.Ordinal);
            Assert.DoesNotContain("staple", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Empty_fields_keep_what_is_stored_and_leave_no_trace()
    {
        var printer = Make.Printer();
        var settings = new SnmpSettings(_secrets);
        settings.Set(printer, Private);
        printer.TakeNews();
        var before = printer.ProtectedSnmp;
        settings.Set(printer, Private with { AuthenticationSecret = null, PrivacySecret = "" });
        Assert.Equal(before, printer.ProtectedSnmp);
        Assert.Empty(printer.TakeNews());

        settings.Set(printer, Private with { AuthenticationSecret = null, PrivacySecret = "another one" });
        Assert.Equal(("correct horse", "another one"), (_secrets.RevealSnmp(printer)!.AuthenticationSecret, _secrets.RevealSnmp(printer)!.PrivacySecret));
        settings.Set(printer, new SnmpDraft((SnmpVersion?)null));
        Assert.Null(printer.Snmp);
        Assert.Null(printer.ProtectedSnmp);
    }

    [Fact]
    public void Another_address_key_or_device_forgets_them()
    {
        foreach (var change in new Action<Printer>[]
        {
            printer => printer.MoveTo(Make.Address("10.20.4.33"), Printer.PiwsProtocol),
            printer => printer.Exchange(null, "broken", Make.Noon),
            printer => printer.Reset(hasNewBoard: true, "board", Make.Noon),
            printer => printer.Archive(Make.Noon),
        })
        {
            var printer = Make.Printer();
            new SnmpSettings(_secrets).Set(printer, Private);
            change(printer);
            Assert.Null(printer.ProtectedSnmp);
        }
    }

    [Fact]
    public void A_sealed_access_opens_at_no_other_port_and_for_no_other_key()
    {
        var printer = Make.Printer();
        new SnmpSettings(_secrets).Set(printer, Private);
        var access = printer.ProtectedSnmp;
        printer.SetSnmp(printer.Snmp! with { Port = 1161 }, access);
        Assert.Throws<PasswordUnreadableException>(() => _secrets.RevealSnmp(printer));

        var other = Make.Printer();
        other.SetSnmp(printer.Snmp! with { Port = 161 }, access);
        Assert.Throws<PasswordUnreadableException>(() => _secrets.RevealSnmp(other));
    }
}
