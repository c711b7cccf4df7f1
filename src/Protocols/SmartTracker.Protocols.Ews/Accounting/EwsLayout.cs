using SmartTracker.Protocols.Ews.Words;
using static SmartTracker.Protocols.Ews.Words.EwsColumn;

namespace SmartTracker.Protocols.Ews.Accounting;

/// <summary>Which column holds what.</summary>
/// <param name="Name">Of the shape, or <see cref="ByHeadings"/>.</param>
/// <param name="Width">How many columns a job's row has; only at recorded shapes.</param>
internal sealed record EwsLayout(string Name, IReadOnlyDictionary<EwsColumn, int> Columns, int Width)
{
    public const string ByHeadings = "headings";

    /// <summary>Of the headings; null where several fit or there are none.</summary>
    public string? Language { get; init; }

    /// <summary>Units that stand in the headings.</summary>
    public IReadOnlyDictionary<EwsColumn, string> Units { get; init; } = new Dictionary<EwsColumn, string>();

    /// <summary>Rows up to this number are headings.</summary>
    public int HeadingRow { get; init; }

    /// <summary>The rows say by their class which of them are jobs.</summary>
    public bool HasClasses { get; init; }

    public int this[EwsColumn column] => Columns.GetValueOrDefault(column, -1);

    /// <summary>Recorded on single devices, for tables whose headings nobody knows. From 0.</summary>
    public static IReadOnlyList<EwsLayout> Recorded { get; } =
    [
        // A PageWide XL ("hp8000"), its page in Russian; column 8 is empty.
        new("page of 18 columns", new Dictionary<EwsColumn, int>
        {
            [Document] = 0, [JobType] = 1, [Source] = 2, [Output] = 3, [Status] = 4, [Copies] = 5, [CostType] = 6, [Cost] = 9, [MediaType] = 10, [MediaArea] = 11,
            [MediaLength] = 12, [Category] = 13, [InkUsed] = 14, [User] = 15, [PrintedAt] = 16, [PrintMode] = 17,
        }, 18),

        // The same printer's saved file.
        new("file of 17 columns", new Dictionary<EwsColumn, int>
        {
            [Document] = 0, [JobType] = 1, [Source] = 2, [Output] = 3, [Status] = 4, [Copies] = 5, [CostType] = 6, [Cost] = 7, [MediaType] = 8, [MediaArea] = 9,
            [MediaLength] = 10, [ScanLength] = 11, [Category] = 12, [InkUsed] = 13, [User] = 14, [PrintedAt] = 15, [PrintMode] = 16,
        }, 17),

        // A Latex 365, its page in Portuguese; the columns between were not read by whoever read it.
        new("page of 15 columns", new Dictionary<EwsColumn, int> { [Document] = 0, [Status] = 3, [MediaType] = 10, [MediaArea] = 11, [PrintedAt] = 13, [PrintMode] = 14 }, 15),

        // A DesignJet in the United States, 2016: a spreadsheet whose cost stands in the row below.
        new("sheet of 13 columns", new Dictionary<EwsColumn, int>
        {
            [CostType] = 0, [Cost] = 1, [Document] = 2, [Status] = 3, [MediaType] = 5, [MediaArea] = 6, [User] = 9, [PrintedAt] = 10, [Account] = 11, [PrintMode] = 12,
        }, 13),
    ];
}
