using System.ComponentModel;
using SmartTracker.Abstractions.Api;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Api;

/// <summary>Whether jobs of a printer can be accounted, and what stands in the way.</summary>
[ApiExample("""
    { "state": "ready", "checks": [ { "name": "contact", "result": "passed", "sentence": "It answered." },
      { "name": "password", "result": "open", "sentence": "No administrator's password is stored." } ] }
    """)]
public sealed record ReadinessResource(PrinterCondition State, IReadOnlyList<ReadinessCheck> Checks)
{
    internal static ReadinessResource Of(Printer printer, IPrinterProblemTexts texts) => new(PrinterResource.Condition(printer),
    [
        Contact(printer, texts),
        printer.Stopped == StopReason.KeyChanged
            ? new("certificate", ReadinessResult.Failed, "It presents another key than the one that is trusted. Confirm or refuse the new one.")
            : printer.PinnedKey is null
                ? new("certificate", ReadinessResult.Open, "Its key is not known yet; the first contact remembers it.")
                : new("certificate", ReadinessResult.Passed, "Its key is known and trusted."),
        printer.Stopped == StopReason.PasswordRefused
            ? new("password", ReadinessResult.Failed, "It refuses the stored password. Store the right one.")
            : printer.HasPassword
                ? new("password", ReadinessResult.Passed, "A password is stored and was not refused.")
                : new("password", ReadinessResult.Open, "No administrator's password is stored. Set one on the printer and here."),
        printer.Stopped is StopReason.SerialChanged or StopReason.RegisteredTwice
            ? new("identity", ReadinessResult.Failed, "Another device answers than the one that is registered.")
            : printer.SerialNumber is null
                ? new("identity", ReadinessResult.Open, "Its serial number is not known yet; jobs cannot be told from another printer's without it.")
                : new("identity", ReadinessResult.Passed, $"Serial number {printer.SerialNumber}."),
    ]);

    private static ReadinessCheck Contact(Printer printer, IPrinterProblemTexts texts) => printer switch
    {
        { LastProblem: { } problem } => new("contact", ReadinessResult.Failed, texts.Describe(problem)),
        { LastContactAt: null } => new("contact", ReadinessResult.Open, "It has not been contacted yet."),
        _ => new("contact", ReadinessResult.Passed, "It answered."),
    };
}

public sealed record ReadinessCheck(
    [property: Description("contact, certificate, password or identity.")] string Name, ReadinessResult Result, string Sentence);

public enum ReadinessResult
{
    Passed,

    /// <summary>Not known yet, or advisable.</summary>
    Open,
    Failed,
}
