using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Tests;

public class PrinterTests
{
    [Theory]
    [InlineData("10.20.4.33")]
    [InlineData("10.20.4.32:8443")]
    public void Another_host_or_port_clears_password_and_key(string address)
    {
        var printer = Make.Printer();
        printer.MoveTo(Make.Address(address), Printer.PiwsProtocol);
        Assert.False(printer.HasPassword);
        Assert.Null(printer.PinnedKey);
        Assert.Equal(Make.Serial, printer.SerialNumber);
    }

    [Fact]
    public void Another_spelling_of_the_same_place_keeps_password_and_key()
    {
        var printer = Make.Printer();
        printer.MoveTo(Make.Address("https://10.20.4.32:443/"), Printer.PiwsProtocol);
        Assert.True(printer.HasPassword);
        Assert.Equal(Make.Key, printer.PinnedKey);
    }

    [Fact]
    public void A_new_key_stops_collection_until_a_person_confirms_it_and_then_the_password_is_gone()
    {
        var printer = Make.Printer();
        printer.Failed(new PrinterProblem(PrinterProblems.KeyChanged, Make.Key, Make.OtherKey), Make.OtherKey, Make.Noon);
        Assert.Equal(StopReason.KeyChanged, printer.Stopped);
        Assert.Equal(Make.Key, printer.PinnedKey);

        Assert.False(printer.ConfirmKey(new string('c', 64)));
        Assert.True(printer.ConfirmKey(Make.OtherKey));
        Assert.Equal(Make.OtherKey, printer.PinnedKey);
        Assert.False(printer.HasPassword);
        Assert.Equal(StopReason.None, printer.Stopped);
    }

    [Fact]
    public void A_pinned_key_is_never_replaced_in_passing()
    {
        var printer = Make.Printer();
        Assert.Throws<InvalidOperationException>(() => printer.Pin(Make.OtherKey));
    }

    [Fact]
    public void A_foreign_serial_number_stops_collection_and_changes_nothing_else()
    {
        var printer = Make.Printer();
        var problem = printer.Answered(Make.Answer(serial: "MY77C4H01D"), null, Make.Noon);
        Assert.Equal(PrinterProblems.SerialChanged(Make.Serial, "MY77C4H01D"), problem);
        Assert.Equal(StopReason.SerialChanged, printer.Stopped);
        Assert.Equal(Make.Serial, printer.SerialNumber);

        Assert.True(printer.ConfirmDevice("MY77C4H01D", Make.Noon));
        Assert.Equal("MY77C4H01D", printer.SerialNumber);
        Assert.Equal(StopReason.None, printer.Stopped);
    }

    [Fact]
    public void A_device_that_is_registered_elsewhere_is_not_counted_twice()
    {
        var printer = Printer.Register(PrinterId.New(), "Again", Make.Address("plotter.example"), Printer.PiwsProtocol, false, Make.Noon);
        var problem = printer.Answered(Make.Answer(), Make.Printer("Plotter EG"), Make.Noon);
        Assert.Equal(PrinterProblems.RegisteredTwice("Plotter EG"), problem);
        Assert.Null(printer.SerialNumber);
    }

    [Fact]
    public void A_refused_password_pauses_until_another_is_entered()
    {
        var printer = Make.Printer();
        printer.Failed(new PrinterProblem(PrinterProblems.PasswordRefused), Make.Key, Make.Noon);
        Assert.Equal(StopReason.PasswordRefused, printer.Stopped);
        printer.SetPassword("another");
        Assert.Equal(StopReason.None, printer.Stopped);
    }

    [Fact]
    public void A_printer_that_is_merely_absent_stays_stopped_where_it_was_stopped()
    {
        var printer = Make.Printer();
        printer.Failed(new PrinterProblem(PrinterProblems.KeyChanged, Make.Key, Make.OtherKey), Make.OtherKey, Make.Noon);
        printer.Failed(new PrinterProblem("Absent", "10.20.4.32:443"), null, Make.Noon);
        Assert.Equal(StopReason.KeyChanged, printer.Stopped);
    }

    [Fact]
    public void A_registered_printer_prints_without_its_password()
    {
        var registered = new RegisteredPrinter(
            PrinterId.New(), "Plotter EG", new Uri("https://10.20.4.32/"), "piws", "correct horse", Make.Key, false, Make.Serial, 1, null);
        Assert.DoesNotContain("horse", registered.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("horse", $"{registered}", StringComparison.Ordinal);
    }
}
