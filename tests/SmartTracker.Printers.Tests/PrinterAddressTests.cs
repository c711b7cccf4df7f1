using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Tests;

public class PrinterAddressTests
{
    [Theory]
    [InlineData("10.20.4.32", "10.20.4.32:443")]
    [InlineData(" 10.20.4.32 ", "10.20.4.32:443")]
    [InlineData("10.20.4.32:8443", "10.20.4.32:8443")]
    [InlineData("https://10.20.4.32", "10.20.4.32:443")]
    [InlineData("HTTPS://Plotter-EG.Example/", "plotter-eg.example:443")]
    [InlineData("plotter-eg.example.", "plotter-eg.example:443")]
    [InlineData("plötter.example", "xn--pltter-xxa.example:443")]
    [InlineData("2130706433", "127.0.0.1:443")]
    [InlineData("0x7f.1", "127.0.0.1:443")]
    [InlineData("017700000001", "127.0.0.1:443")]
    [InlineData("[fd00::1]:8443", "[fd00::1]:8443")]
    [InlineData("[FD00:0:0::1]", "[fd00::1]:443")]
    public void One_place_has_one_spelling(string typed, string place)
    {
        Assert.True(PrinterAddress.TryParse(typed, out var address, out _));
        Assert.Equal(place, address.Uri.Authority.Contains(':', StringComparison.Ordinal) && !address.Uri.Authority.EndsWith(']') ? address.Uri.Authority : address.Uri.Authority + ":443");
        Assert.Equal(address, PrinterAddress.FromStored(address.Uri.AbsoluteUri));
    }

    [Theory]
    [InlineData("10.20.4.32", "ipps://10.20.4.32:631/ipp/print")]
    [InlineData("plotter-eg.example.:8631", "ipps://plotter-eg.example:8631/ipp/print")]
    [InlineData("IPPS://Plotter.Example/", "ipps://plotter.example:631/ipp/print")]
    [InlineData("ipp://10.20.4.32", "ipp://10.20.4.32:631/ipp/print")]
    [InlineData("ipp://10.20.4.32:80/printers/Plan", "ipp://10.20.4.32:80/printers/Plan")]
    [InlineData("ipps://10.20.4.32:443/ipp/print", "ipps://10.20.4.32:443/ipp/print")]
    [InlineData("https://10.20.4.32/ipp", "ipps://10.20.4.32:443/ipp")]
    [InlineData("http://10.20.4.32/ipp", "ipp://10.20.4.32:80/ipp")]
    [InlineData("ipps://0x7f.1", "ipps://127.0.0.1:631/ipp/print")]
    [InlineData("[FD00:0:0::1]", "ipps://[fd00::1]:631/ipp/print")]
    public void An_IPP_printer_has_one_spelling_too(string typed, string place)
    {
        Assert.True(PrinterAddress.TryParse(typed, Printer.IppProtocol, out var address, out _));
        Assert.Equal(place, address.Uri.AbsoluteUri);
        Assert.Equal(place, address.Typed);
        Assert.Equal(place.StartsWith("ipps:", StringComparison.Ordinal), address.IsEncrypted);
        Assert.Equal(address, PrinterAddress.FromStored(address.Uri.AbsoluteUri));
    }

    [Theory]
    [InlineData("", AddressFault.Missing)]
    [InlineData("ipps://", AddressFault.NotAnAddress)]
    [InlineData("lpd://10.20.4.32", AddressFault.NotAnAddress)]
    [InlineData("ipp://admin:x@10.20.4.32/ipp/print", AddressFault.HoldsCredentials)]
    [InlineData("ipp://10.20.4.32/ipp/print?x=1", AddressFault.HoldsPath)]
    [InlineData("ipp://10.20.4.32/ipp/print#x", AddressFault.HoldsPath)]
    public void What_is_no_IPP_address_is_refused_with_its_reason(string typed, AddressFault reason)
    {
        Assert.False(PrinterAddress.TryParse(typed, Printer.IppProtocol, out _, out var fault));
        Assert.Equal(reason, fault);
    }

    [Theory]
    [InlineData(null, AddressFault.Missing)]
    [InlineData("  ", AddressFault.Missing)]
    [InlineData("http://10.20.4.32", AddressFault.NotEncrypted)]
    [InlineData("ftp://10.20.4.32", AddressFault.NotAnAddress)]
    [InlineData("file:///etc/passwd", AddressFault.NotAnAddress)]
    [InlineData("plotter one", AddressFault.NotAnAddress)]
    [InlineData("10.20.4.32:0", AddressFault.NotAnAddress)]
    [InlineData("10.20.4.32:70000", AddressFault.NotAnAddress)]
    [InlineData("https://", AddressFault.NotAnAddress)]
    [InlineData(".", AddressFault.NotAnAddress)]
    [InlineData("admin:secret@10.20.4.32", AddressFault.HoldsCredentials)]
    [InlineData("10.20.4.32/hp/device", AddressFault.HoldsPath)]
    [InlineData("10.20.4.32?x=1", AddressFault.HoldsPath)]
    [InlineData("10.20.4.32#top", AddressFault.HoldsPath)]
    public void What_is_not_a_place_is_refused_with_its_reason(string? typed, AddressFault reason)
    {
        Assert.False(PrinterAddress.TryParse(typed, out _, out var fault));
        Assert.Equal(reason, fault);
    }
}
