using SmartTracker.Protocols.Ews.Tables;
using SmartTracker.Protocols.Ews.Words;

namespace SmartTracker.Protocols.Ews.Accounting;

/// <summary>Leaves in the rows of an accounting table what is read from them, with other names.</summary>
internal sealed class EwsRowSieve
{
    private static readonly EwsColumn[] Amounts = [EwsColumn.MediaArea, EwsColumn.MediaLength, EwsColumn.ScanLength, EwsColumn.InkUsed];

    private readonly EwsLayout _layout;
    private readonly Func<EwsColumn, string, string?> _name;
    private readonly Dictionary<int, EwsColumn> _columns;
    private readonly EwsNumbers _numbers;
    private readonly EwsJobReader _reader;
    private bool _isAboutInk;

    public EwsRowSieve(EwsLayout layout, IReadOnlyList<TableRow> rows, Func<EwsColumn, string, string?> name)
    {
        (_layout, _name) = (layout, name);
        _columns = layout.Columns.ToDictionary(column => column.Value, column => column.Key);
        _numbers = new EwsNumbers(EwsAccountingParser.Amounts([.. rows.Where(row => row.Number > layout.HeadingRow)], layout), layout.Language);
        _reader = new EwsJobReader(layout, _numbers, EwsDateOrder.Unknown, new EwsProblems(EwsLimits.Default));
    }

    /// <summary>What stands above is about something else. A recorded shape has no headings that are read.</summary>
    public int FirstRow => _layout.Name == EwsLayout.ByHeadings ? _layout.HeadingRow : _layout.HeadingRow + 1;

    /// <summary>In the order of the table.</summary>
    public TableRow Sift(TableRow row)
    {
        if (row.Number <= _layout.HeadingRow)
            return Only(row, (_, cell) => EwsHeadings.Find(cell.Text).Meanings.Any());
        switch (EwsRows.Kind(row, _layout))
        {
            case EwsRowKind.Job:
                _isAboutInk = false;
                return row with { Cells = [.. row.Cells.Select((cell, place) => Job(place, cell))], Class = EwsRows.KnownClass(row) };
            case EwsRowKind.Section:
                _isAboutInk = row.Cells.Any(cell => EwsWords.IsInk(cell.Text));
                return Only(row, (place, cell) => EwsWords.IsInk(cell.Text) || IsFigure(place, cell));
            default:
                var ink = _isAboutInk ? _reader.InkCells(row) : null;
                return Only(row, (place, cell) => IsFigure(place, cell) || IsInkChannel(place, cell) || ReferenceEquals(cell, ink?.Name) || ReferenceEquals(cell, ink?.Amount));
        }
    }

    private TableCell Job(int place, TableCell cell) => _columns.TryGetValue(place, out var column) switch
    {
        false => TableCell.Empty,
        true when column is EwsColumn.User or EwsColumn.Document => cell.Text.Length == 0 ? TableCell.Empty : new TableCell(_name(column, cell.Text) ?? ""),
        _ => cell,
    };

    // They also tell how this document writes numbers and dates.
    private bool IsFigure(int place, TableCell cell) => _columns.TryGetValue(place, out var column)
        && (Amounts.Contains(column) ? cell.Number is not null || EwsWords.IsNotMeasured(cell.Text) || (_numbers.TryRead(cell.Text, out _, out var unit) && unit != "?")
            : column == EwsColumn.PrintedAt && (cell.Time is not null || EwsDates.Parse(cell.Text) is not null));

    private bool IsInkChannel(int place, TableCell cell) => place == _layout[EwsColumn.CostType] && EwsWords.InkChannel(cell.Text) is not null;

    private static TableRow Only(TableRow row, Func<int, TableCell, bool> stays) =>
        row with { Cells = [.. row.Cells.Select((cell, place) => stays(place, cell) ? cell : TableCell.Empty)], Class = EwsRows.KnownClass(row) };
}
