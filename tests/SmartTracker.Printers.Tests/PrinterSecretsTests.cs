using Microsoft.AspNetCore.DataProtection;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Registry;

namespace SmartTracker.Printers.Tests;

public class PrinterSecretsTests
{
    private readonly PrinterSecrets _secrets = new(new EphemeralDataProtectionProvider());

    [Fact]
    public void A_password_opens_for_its_own_printer_place_and_key()
    {
        var printer = Make.Printer();
        printer.SetPassword(_secrets.Protect(printer, "horse"));
        Assert.Equal("horse", _secrets.Reveal(printer));
    }

    [Fact]
    public void A_password_moved_to_another_printer_does_not_open()
    {
        var printer = Make.Printer();
        var other = Make.Printer();
        other.SetPassword(_secrets.Protect(printer, "horse"));
        Assert.Throws<PasswordUnreadableException>(() => _secrets.Reveal(other));
    }

    [Fact]
    public void A_password_does_not_open_at_another_place_or_for_another_key()
    {
        var printer = Make.Printer();
        var sealedPassword = _secrets.Protect(printer, "horse");
        printer.MoveTo(Make.Address("10.20.4.32:8443"), Printer.PiwsProtocol);
        printer.Pin(Make.Key);
        printer.SetPassword(sealedPassword);
        Assert.Throws<PasswordUnreadableException>(() => _secrets.Reveal(printer));

        printer.MoveTo(Make.Address(), Printer.PiwsProtocol);
        printer.Pin(Make.OtherKey);
        printer.SetPassword(sealedPassword);
        Assert.Throws<PasswordUnreadableException>(() => _secrets.Reveal(printer));
    }

    [Fact]
    public void Another_installations_keys_open_nothing()
    {
        var printer = Make.Printer();
        printer.SetPassword(new PrinterSecrets(new EphemeralDataProtectionProvider()).Protect(printer, "horse"));
        Assert.Throws<PasswordUnreadableException>(() => _secrets.Reveal(printer));
    }
}
