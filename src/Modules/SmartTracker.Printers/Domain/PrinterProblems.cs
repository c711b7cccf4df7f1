using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Printers.Domain;

/// <summary>The problems that decide about further collection. The first four are found by the printer readers, the others here.</summary>
public static class PrinterProblems
{
    public const string KeyChanged = "KeyChanged";
    public const string CertificateRefused = "CertificateRefused";
    public const string PasswordRequired = "PasswordRequired";
    public const string PasswordRefused = "PasswordRefused";
    public const string SerialChangedCode = "SerialChanged";
    public const string RegisteredTwiceCode = "RegisteredTwice";
    public const string PasswordUnreadableCode = "PasswordUnreadable";
    public const string ChangedMeanwhileCode = "ChangedMeanwhile";
    public const string SnmpMissingCode = "SnmpMissing";

    public static PrinterProblem PasswordUnreadable { get; } = new(PasswordUnreadableCode);

    public static PrinterProblem ChangedMeanwhile { get; } = new(ChangedMeanwhileCode);

    public static PrinterProblem SnmpMissing { get; } = new(SnmpMissingCode);

    public static PrinterProblem SerialChanged(string expected, string found) => new(SerialChangedCode, expected, found);

    public static PrinterProblem RegisteredTwice(string otherName) => new(RegisteredTwiceCode, otherName);

    public static PrinterProblem ReadElsewhere(string reader) => new(IPrinterReach.ReadElsewhereCode, reader);

    public static StopReason StopFor(PrinterProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Code switch
        {
            KeyChanged => StopReason.KeyChanged,
            PasswordRefused => StopReason.PasswordRefused,
            _ => StopReason.None,
        };
    }
}
