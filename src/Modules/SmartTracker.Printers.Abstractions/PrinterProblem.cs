namespace SmartTracker.Printers.Abstractions;

/// <summary>Why a printer could not be read, as a stable code with what is needed to word it. Stored as such, worded for each reader.
/// Codes are those of the printer readers' failures and those that this module finds itself.</summary>
public sealed record PrinterProblem(string Code, params string[] Arguments)
{
    public bool Equals(PrinterProblem? other) => other is not null && Code == other.Code && Arguments.AsSpan().SequenceEqual(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(Code, Arguments.Length);
}

/// <summary>Words a problem in the reader's language: what happened and what to do.</summary>
public interface IPrinterProblemTexts
{
    string Describe(PrinterProblem problem);
}
