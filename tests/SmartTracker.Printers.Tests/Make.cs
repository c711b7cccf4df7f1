using NodaTime;
using SmartTracker.PrinterReaders;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Tests;

internal static class Make
{
    public const string Serial = "CN9B7K2041";

    public static readonly string Key = new('a', 64);

    public static readonly string OtherKey = new('b', 64);

    public static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 12, 0);

    public static PrinterAddress Address(string text = "10.20.4.32") =>
        PrinterAddress.TryParse(text, out var address, out _) ? address : throw new FormatException(text);

    /// <summary>Known, pinned and with a password.</summary>
    public static Printer Printer(string name = "Plotter EG")
    {
        var printer = Domain.Printer.Register(PrinterId.New(), name, Address(), Domain.Printer.PiwsProtocol, false, Noon);
        printer.Pin(Key);
        printer.SetPassword("protected");
        printer.Answered(Answer(), null, Noon);
        return printer;
    }

    public static AnsweringPrinter Answer(string? serial = Serial, string? key = null) => new(serial, "DesignJet T2600", "FW 1", key ?? Key);

    /// <summary>For the usual key.</summary>
    public static PrinterCertificate Certificate(int days) =>
        new(Key, "CN=Printer", "CN=Printer", Noon.ToDateTimeOffset().AddYears(-1), Noon.ToDateTimeOffset().AddDays(days), SelfSigned: true, TrustedByHost: false);
}
