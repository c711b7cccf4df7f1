using SmartTracker.Protocols.Ews.Tables;
using SmartTracker.Protocols.Ews.Words;

namespace SmartTracker.Protocols.Ews.Accounting;

/// <summary>Finds the accounting table among all tables and its columns: by its headings, else by a recorded shape, and in both cases only where the
/// rows below really hold dates and amounts there.</summary>
internal static class EwsLayoutFinder
{
    private const int HeadingRows = 15;
    private const int FewestColumns = 4;
    private const int RowsToTry = 50;

    public static (Table Table, EwsLayout Layout)? Find(IReadOnlyList<Table> tables)
    {
        var headed = tables.SelectMany(table => table.Rows.Take(HeadingRows).Select(row => (Table: table, Layout: ByHeadings(row, table))))
            .Where(found => found.Layout is not null).OrderByDescending(found => found.Layout!.Columns.Count);
        foreach (var (table, layout) in headed)
        {
            var jobs = JobRows(table, layout!);
            if (jobs.Count == 0 || Fits(layout!, jobs))
                return (table, layout!);
        }

        foreach (var table in tables)
        {
            var fitting = EwsLayout.Recorded.Select(layout => Placed(layout, table)).Where(layout => JobRows(table, layout) is { Count: > 0 } jobs && Fits(layout, jobs)).Take(2).ToList();
            if (fitting is [var only])
                return (table, only);
        }

        return null;
    }

    /// <summary>Behind the headings, which nobody knows, and with the classes of the table's rows.</summary>
    private static EwsLayout Placed(EwsLayout layout, Table table)
    {
        var hasClasses = table.Rows.Any(EwsRows.IsClassedJob);
        var first = table.Rows.FirstOrDefault(row => hasClasses ? EwsRows.IsClassedJob(row) : HasDate(layout, row));
        return layout with { HasClasses = hasClasses, HeadingRow = (first?.Number ?? 1) - 1 };
    }

    /// <summary>Null where the row is no row of headings that we know.</summary>
    private static EwsLayout? ByHeadings(TableRow row, Table table)
    {
        var meanings = row.Cells.SelectMany((cell, column) => Meanings(cell, column)).ToList();
        var best = meanings.GroupBy(meaning => meaning.Heading.Language)
            .Select(language => (Language: language.Key, Columns: language.GroupBy(meaning => meaning.Heading.Column).Select(same => same.First()).ToList()))
            .OrderByDescending(language => language.Columns.Count).Take(2).ToList();
        if (best.Count == 0 || best[0].Columns.Count < FewestColumns)
            return null;
        var columns = best[0].Columns.ToDictionary(meaning => meaning.Heading.Column, meaning => meaning.Column);
        if (!columns.ContainsKey(EwsColumn.Document) || !columns.ContainsKey(EwsColumn.PrintedAt))
            return null;
        return new EwsLayout(EwsLayout.ByHeadings, columns, 0)
        {
            Language = best.Count > 1 && best[1].Columns.Count == best[0].Columns.Count ? null : best[0].Language,
            Units = best[0].Columns.Where(meaning => meaning.Unit is not null).ToDictionary(meaning => meaning.Heading.Column, meaning => meaning.Unit!),
            HeadingRow = row.Number,
            HasClasses = table.Rows.Any(EwsRows.IsClassedJob),
        };
    }

    private static IEnumerable<(EwsHeading Heading, int Column, string? Unit)> Meanings(TableCell cell, int column)
    {
        if (cell.Text.Length is 0 or > 60)
            return [];
        var (meanings, unit) = EwsHeadings.Find(cell.Text);
        return meanings.Select(heading => (heading, column, unit));
    }

    /// <summary>Some rows that hold jobs if the layout is the right one.</summary>
    private static List<TableRow> JobRows(Table table, EwsLayout layout) =>
    [
        .. table.Rows.Where(row => row.Number > layout.HeadingRow && EwsRows.Kind(row, layout) == EwsRowKind.Job && (layout.Width == 0 || row.Cells.Count == layout.Width)).Take(RowsToTry),
    ];

    private static bool Fits(EwsLayout layout, List<TableRow> rows)
    {
        var dates = rows.Count(row => HasDate(layout, row));
        if (dates * 10 < rows.Count * 8)
            return false;
        EwsColumn[] amounts = [EwsColumn.MediaArea, EwsColumn.MediaLength, EwsColumn.InkUsed];
        return amounts.Where(column => layout[column] >= 0).All(column => rows.Count(row => IsAmount(row[layout[column]])) * 10 >= rows.Count * 8);
    }

    private static bool HasDate(EwsLayout layout, TableRow row) => row[layout[EwsColumn.PrintedAt]] is var cell && (cell.Time is not null || EwsDates.Parse(cell.Text) is not null);

    // Also by a recorded shape a name is no amount.
    private static bool IsAmount(TableCell cell) =>
        cell.Number is not null || cell.Text is "" or "-" or "–" or "—" || char.IsAsciiDigit(cell.Text[0]) || EwsWords.IsNotMeasured(cell.Text);
}
