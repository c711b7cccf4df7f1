using SmartTracker.Protocols.Ews;
using SmartTracker.Protocols.Ews.Tables;

namespace SmartTracker.Collection.Profiles;

/// <summary>The tables of an uploaded file, by name.</summary>
/// <param name="Defect">Why it cannot be used, or null.</param>
public sealed record FileTables(FileKind Kind, IReadOnlyList<FileTable> Tables, FileDefect? Defect)
{
    public const int LargestFile = 32 * 1024 * 1024;

    private static readonly EwsLimits Limits = EwsLimits.Default with { Columns = ProfileDefinition.MostColumns, Rows = 200_000, Cells = 1_500_000, DocumentBytes = LargestFile };

    /// <summary>The one that is meant where none is named.</summary>
    public FileTable? Largest => Tables.MaxBy(table => table.IsSecondary ? 0 : table.Rows.Count);

    public FileTable? Find(string? name) => name is null ? Largest : Tables.FirstOrDefault(table => table.Name == name);

    public static FileTables Read(ReadOnlyMemory<byte> file)
    {
        if (XmlRows.IsXml(file.Span))
            return XmlRows.Read(file);
        var document = DocumentTables.Read(file, null, isWhole: true, Limits);
        var kind = document.Container switch
        {
            TableContainer.Html => FileKind.Html,
            TableContainer.Xls or TableContainer.Xlsx => FileKind.Spreadsheet,
            _ => FileKind.Text,
        };
        return new FileTables(kind, [.. document.Tables.Select((table, number) => new FileTable(table.Name ?? $"{number + 1}", table.Rows)).Where(table => table.Rows.Count > 0)], DefectOf(document, kind));
    }

    private static FileDefect? DefectOf(TableDocument document, FileKind kind) => document.Defect switch
    {
        TableDefect.TooLarge => FileDefect.TooLarge,
        TableDefect.NotATable => FileDefect.NotATable,
        // People save pages without their end; each table knows whether it is whole.
        TableDefect.CutOff when kind == FileKind.Html && document.Tables.Count > 0 && document.Tables.All(table => table.IsWhole) => null,
        null => document.Tables.Count == 0 ? FileDefect.NotATable : null,
        _ => FileDefect.Damaged,
    };
}

/// <param name="Name">The worksheet's name, the table's number from 1, or the XML element's path.</param>
/// <param name="Rows">Of XML the first one holds the names, with number 0.</param>
public sealed record FileTable(string Name, IReadOnlyList<TableRow> Rows)
{
    /// <summary>Taken only where it is named: an XML element that is hardly a job.</summary>
    public bool IsSecondary { get; init; }
}

public enum FileKind
{
    Text,
    Spreadsheet,
    Html,
    Xml,
}

public enum FileDefect
{
    /// <summary>Neither columns nor a table nor repeated elements.</summary>
    NotATable,
    TooLarge,
    /// <summary>Broken, cut off, protected by a password, or XML with a document type.</summary>
    Damaged,
}
