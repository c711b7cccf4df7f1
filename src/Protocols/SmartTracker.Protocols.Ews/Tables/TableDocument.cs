using System.Text.Json.Serialization;

namespace SmartTracker.Protocols.Ews.Tables;

/// <summary>The tables of a page, a spreadsheet or a text file.</summary>
/// <param name="Container">What the bytes really are, whatever name and content type say.</param>
/// <param name="Tables">Every row in them arrived whole.</param>
/// <param name="Defect">Why the document is not whole, or null.</param>
public sealed record TableDocument(TableContainer Container, IReadOnlyList<Table> Tables, TableDefect? Defect)
{
    /// <summary>Where and how the reading stopped; null where the document is whole.</summary>
    public string? DefectDetail { get; init; }

    /// <summary>The page is what a sleeping printer shows.</summary>
    public bool IsWakeUpPage { get; init; }

    /// <summary>The page asks for a password.</summary>
    public bool HasPasswordField { get; init; }

    /// <summary>The text is not in the character set that it claims, or claims none and is not UTF-8: letters may be wrong.</summary>
    public bool IsCharsetGuessed { get; init; }
}

public enum TableContainer
{
    Unknown,
    Html,
    /// <summary>Binary Excel (BIFF), with or without the compound file around it.</summary>
    Xls,
    Xlsx,
    /// <summary>Text with a separator; see <see cref="Table.Separator"/>.</summary>
    Delimited,
}

public enum TableDefect
{
    /// <summary>The end is missing; what arrived whole is there.</summary>
    CutOff,
    /// <summary>Neither a page nor a spreadsheet nor text with columns.</summary>
    NotATable,
    TooLarge,
    /// <summary>A spreadsheet that is broken, or protected by a password.</summary>
    Damaged,
}

/// <param name="IsWhole">False where the end of the table is missing.</param>
public sealed record Table(IReadOnlyList<TableRow> Rows, bool IsWhole)
{
    /// <summary>Of a worksheet.</summary>
    public string? Name { get; init; }

    /// <summary>Of delimited text.</summary>
    public char? Separator { get; init; }
}

/// <param name="Number">From 1: line of a text, row of a worksheet, row of an HTML table.</param>
/// <param name="Class">The class attribute of an HTML row, else empty.</param>
public sealed record TableRow(int Number, IReadOnlyList<TableCell> Cells, string Class)
{
    /// <summary>Empty where there is no such cell.</summary>
    public TableCell this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : TableCell.Empty;

    [JsonIgnore]
    public bool IsEmpty => Cells.All(cell => cell.Text.Length == 0);
}

/// <param name="Text">White space made single and trimmed.</param>
/// <param name="Number">Only in a spreadsheet, whose numbers are numbers.</param>
/// <param name="Time">Only in a spreadsheet, whose times are times, without a zone.</param>
public sealed record TableCell(string Text, decimal? Number = null, DateTime? Time = null)
{
    public static TableCell Empty { get; } = new("");
}
