using System.Globalization;
using SmartTracker.Protocols.Ews.Tables;

namespace SmartTracker.Collection.Profiles;

/// <summary>A table with named columns.</summary>
public sealed record ProfileTable(IReadOnlyList<string> Columns, IReadOnlyList<TableRow> Rows)
{
    /// <param name="headingRow">From 1; 0 names the columns by their number.</param>
    public static ProfileTable Of(FileTable table, int headingRow)
    {
        ArgumentNullException.ThrowIfNull(table);
        var width = table.Rows.Count == 0 ? 0 : Math.Min(table.Rows.Max(row => row.Cells.Count), ProfileDefinition.MostColumns);
        if (headingRow <= 0 || headingRow > table.Rows.Count)
            return new ProfileTable([.. Enumerable.Range(1, width).Select(number => number.ToString(CultureInfo.InvariantCulture))], table.Rows);

        var headings = table.Rows[headingRow - 1];
        var names = new List<string>(width);
        for (var column = 0; column < width; column++)
        {
            var name = headings[column].Text is { Length: > 0 } text ? text : (column + 1).ToString(CultureInfo.InvariantCulture);
            var unique = name;
            for (var number = 2; names.Contains(unique, StringComparer.OrdinalIgnoreCase); number++)
                unique = $"{name} ({number.ToString(CultureInfo.InvariantCulture)})";
            names.Add(unique);
        }

        return new ProfileTable(names, [.. table.Rows.Skip(headingRow)]);
    }

    /// <summary>-1 where there is no such column.</summary>
    public int IndexOf(string column)
    {
        for (var index = 0; index < Columns.Count; index++)
        {
            if (Columns[index].Equals(column, StringComparison.OrdinalIgnoreCase))
                return index;
        }

        return -1;
    }
}
