using SmartTracker.Collection.Import;

namespace SmartTracker.Collection.Profiles;

/// <summary>What is wrong with one cell of an uploaded file.</summary>
/// <param name="Row">As the file counts it.</param>
/// <param name="Column">The heading, or null where no column holds what is missing.</param>
/// <param name="Raw">The cell's text.</param>
public sealed record CellFault(int Row, string? Column, ImportField Field, CellFaultKind Kind, string Raw = "");

public enum CellFaultKind
{
    Missing,
    NotANumber,
    NotWhole,
    Negative,
    TooLarge,
    TooLong,
    /// <summary>Not in the profile's date format.</summary>
    NotADate,
    /// <summary>Before the year 2000 or after tomorrow.</summary>
    ImpossibleDate,
    UnknownUnit,
    /// <summary>A kind or state that the profile does not translate.</summary>
    UnknownWord,
    UnknownPrinter,
}
