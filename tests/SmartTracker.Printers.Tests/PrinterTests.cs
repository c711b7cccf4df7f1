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

    [Fact]
    public void An_exchanged_device_begins_a_new_life_and_is_met_as_a_stranger()
    {
        var printer = Make.Printer();
        printer.TakeNews();
        printer.Exchange(null, "broken head", Make.Noon);
        Assert.Equal((2, null, null, false, Make.Noon), (printer.DeviceEpoch, printer.SerialNumber, printer.PinnedKey, printer.HasPassword, printer.EpochBeganAt!.Value));
        var news = Assert.Single(printer.TakeNews());
        Assert.Equal((PrinterEventKind.DeviceExchanged, "broken head"), (news.Kind, news.Reason));
        Assert.Equal([Make.Serial, ""], news.Details);
        Assert.Null(printer.Answered(Make.Answer(serial: "NEW1", key: Make.OtherKey), null, Make.Noon));
        Assert.Equal("NEW1", printer.SerialNumber);
    }

    [Fact]
    public void A_reset_keeps_serial_number_and_key_and_a_new_board_only_the_number()
    {
        var printer = Make.Printer();
        printer.Reset(hasNewBoard: false, "factory settings", Make.Noon);
        Assert.Equal((2, Make.Serial, Make.Key, true), (printer.DeviceEpoch, printer.SerialNumber, printer.PinnedKey, printer.HasPassword));
        printer.Reset(hasNewBoard: true, "board", Make.Noon);
        Assert.Equal((3, Make.Serial, null, false), (printer.DeviceEpoch, printer.SerialNumber, printer.PinnedKey, printer.HasPassword));
    }

    [Fact]
    public void A_certificate_renewed_with_the_same_key_passes_and_is_noted_once()
    {
        var printer = Make.Printer();
        printer.Answered(Make.Answer() with { Certificate = Make.Certificate(100) }, null, Make.Noon);
        printer.TakeNews();
        Assert.Null(printer.Answered(Make.Answer() with { Certificate = Make.Certificate(100) }, null, Make.Noon));
        Assert.Empty(printer.TakeNews());
        Assert.Null(printer.Answered(Make.Answer() with { Certificate = Make.Certificate(800) }, null, Make.Noon));
        Assert.Equal(PrinterEventKind.CertificateRenewed, Assert.Single(printer.TakeNews()).Kind);
    }

    [Fact]
    public void What_happens_is_told_without_its_secret()
    {
        var printer = Make.Printer();
        printer.Rename("Other");
        printer.MoveTo(Make.Address("10.20.4.99"), Printer.PiwsProtocol);
        printer.SetPassword("sealed");
        printer.Archive(Make.Noon);
        printer.Restore();
        var news = printer.TakeNews();
        Assert.Equal(
            ["Registered", "KeyRemembered", "PasswordChanged", "Renamed", "Moved", "PasswordChanged", "Archived", "Restored"], news.Select(line => line.Kind.ToString()));
        Assert.DoesNotContain(news, line => line.Details.Contains("sealed") || line.Details.Contains("protected"));
        Assert.Empty(printer.TakeNews());
    }
}
