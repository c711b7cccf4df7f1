using SmartTracker.Protocols.Ews.Tables;
using SmartTracker.Protocols.Ews.Words;

namespace SmartTracker.Protocols.Ews.Accounting;

/// <summary>What a row of the accounting table is.</summary>
internal enum EwsRowKind
{
    Job,
    /// <summary>The title over the rows about ink, media or cost of the job above.</summary>
    Section,
    /// <summary>Something about the job above.</summary>
    Detail,
}

internal static class EwsRows
{
    // Classes of the rows, seen on a PageWide XL and a Latex 365.
    private const string Job = "treeTableTopLevel";
    private const string Section = "treeTableTitle";
    private const string Detail = "contentsRow";

    public static EwsRowKind Kind(TableRow row, EwsLayout layout)
    {
        if (IsClassedJob(row))
            return EwsRowKind.Job;
        if (row.Class.Contains(Section, StringComparison.Ordinal))
            return EwsRowKind.Section;
        if (row.Class.Contains(Detail, StringComparison.Ordinal))
            return EwsRowKind.Detail;
        if (layout.HasClasses)
            return EwsRowKind.Detail;
        if (row[layout[EwsColumn.Document]].Text.Length > 0)
            return EwsRowKind.Job;

        // A printer that withholds names leaves the document empty; a row below a job has no time either, or no word of its own about kind and state.
        return row[layout[EwsColumn.PrintedAt]].Text.Length > 0 && Says(EwsColumn.Status) && Says(EwsColumn.JobType) ? EwsRowKind.Job : EwsRowKind.Detail;

        bool Says(EwsColumn column) => layout[column] < 0 || row[layout[column]].Text.Length > 0;
    }

    /// <summary>What of a row's class says its kind.</summary>
    public static string KnownClass(TableRow row) => Array.Find([Job, Section, Detail], known => row.Class.Contains(known, StringComparison.Ordinal)) ?? "";

    public static bool IsClassedJob(TableRow row) => row.Class.Contains(Job, StringComparison.Ordinal);
}
