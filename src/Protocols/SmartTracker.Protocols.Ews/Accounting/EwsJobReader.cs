using System.Globalization;
using SmartTracker.Protocols.Ews.Tables;
using SmartTracker.Protocols.Ews.Words;

namespace SmartTracker.Protocols.Ews.Accounting;

/// <summary>Reads the cells of one job's rows.</summary>
internal sealed class EwsJobReader(EwsLayout layout, EwsNumbers numbers, EwsDateOrder order, EwsProblems problems)
{
    public EwsJob Read(TableRow row) => new()
    {
        Row = row.Number,
        Document = Text(row, EwsColumn.Document),
        Number = Text(row, EwsColumn.Number),
        JobType = Text(row, EwsColumn.JobType),
        Source = Text(row, EwsColumn.Source),
        Output = Text(row, EwsColumn.Output),
        Status = Text(row, EwsColumn.Status),
        Copies = Count(row, EwsColumn.Copies),
        Pages = Count(row, EwsColumn.Pages),
        MediaType = Text(row, EwsColumn.MediaType),
        MediaArea = Quantity(row, EwsColumn.MediaArea),
        MediaLength = Quantity(row, EwsColumn.MediaLength),
        ScanLength = Quantity(row, EwsColumn.ScanLength),
        Category = Text(row, EwsColumn.Category),
        InkUsed = Quantity(row, EwsColumn.InkUsed),
        User = Text(row, EwsColumn.User),
        Account = Text(row, EwsColumn.Account),
        PrintedAt = Time(row),
        PrintMode = Text(row, EwsColumn.PrintMode),
        CostType = Text(row, EwsColumn.CostType),
        Cost = Text(row, EwsColumn.Cost),
    };

    /// <summary>A channel out of a row below a job; null where the row is about something else.</summary>
    /// <param name="isAboutInk">It stands under a title about ink.</param>
    public EwsInk? Ink(TableRow row, bool isAboutInk)
    {
        if (EwsWords.InkChannel(row[layout[EwsColumn.CostType]].Text) is { } channel)
            return new EwsInk(channel, Quantity(row, EwsColumn.InkUsed) ?? new EwsQuantity("", null, null));
        if (!isAboutInk)
            return null;

        return InkCells(row) is var (name, amount) ? new EwsInk(name.Text, Quantity(row.Number, EwsColumn.InkUsed, amount)!) : null;
    }

    /// <summary>Under a title the cells have places of their own: a short name, and an amount of ink or the word that there is none.</summary>
    public (TableCell Name, TableCell Amount)? InkCells(TableRow row)
    {
        var name = row.Cells.FirstOrDefault(cell => cell.Text.Length is > 0 and <= 20 && !char.IsAsciiDigit(cell.Text[0]) && !EwsWords.IsNotMeasured(cell.Text));
        var amount = row.Cells.FirstOrDefault(cell => EwsWords.IsNotMeasured(cell.Text) || (numbers.TryRead(cell.Text, out _, out var unit) && unit is "ml" or "l"));
        return name is null || amount is null ? null : (name, amount);
    }

    private string? Text(TableRow row, EwsColumn column) => row[layout[column]].Text is { Length: > 0 } text ? text : null;

    private EwsCount? Count(TableRow row, EwsColumn column)
    {
        var cell = row[layout[column]];
        if (cell.Text.Length == 0)
            return null;
        int? value = cell.Number is { } number && number == decimal.Truncate(number) && Math.Abs(number) <= int.MaxValue ? (int)number
            : int.TryParse(cell.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) ? parsed
            : null;
        if (value is null)
            problems.Add(row.Number, column.ToString(), EwsProblemKind.NotANumber, cell.Text);
        return new EwsCount(cell.Text, value);
    }

    private EwsQuantity? Quantity(TableRow row, EwsColumn column) => Quantity(row.Number, column, row[layout[column]]);

    private EwsQuantity? Quantity(int row, EwsColumn column, TableCell cell)
    {
        if (cell.Text is "" or "-" or "–" or "—")
            return null;
        var unitAbove = layout.Units.GetValueOrDefault(column);
        if (cell.Number is { } exact)
            return Known(row, column, cell, exact, unitAbove);
        if (EwsWords.IsNotMeasured(cell.Text))
            return new EwsQuantity(cell.Text, null, null) { IsNotMeasured = true };
        if (!numbers.TryRead(cell.Text, out var value, out var unit))
        {
            problems.Add(row, column.ToString(), EwsProblemKind.NotANumber, cell.Text);
            return new EwsQuantity(cell.Text, null, null);
        }

        if (value is null)
        {
            problems.Add(row, column.ToString(), EwsProblemKind.AmbiguousNumber, cell.Text);
            return new EwsQuantity(cell.Text, null, null);
        }

        return Known(row, column, cell, value.Value, unit ?? unitAbove);
    }

    private EwsQuantity Known(int row, EwsColumn column, TableCell cell, decimal value, string? unit)
    {
        if (unit is null or "?")
            problems.Add(row, column.ToString(), EwsProblemKind.UnknownUnit, cell.Text);
        return new EwsQuantity(cell.Text, value, unit == "?" ? null : unit);
    }

    private EwsTime? Time(TableRow row)
    {
        var cell = row[layout[EwsColumn.PrintedAt]];
        if (cell.Text.Length == 0)
            return null;
        if (cell.Time is { } time)
            return new EwsTime(cell.Text, time, new EwsDateParts(time.Year, time.Day, time.Month, time.TimeOfDay, false).OrderFree);
        if (EwsDates.Parse(cell.Text) is not { } parts)
        {
            problems.Add(row.Number, nameof(EwsColumn.PrintedAt), EwsProblemKind.NotATime, cell.Text);
            return new EwsTime(cell.Text, null, null);
        }

        // A date that proves an order keeps it, also where others in the list prove the contrary.
        var local = parts.Read(parts.Proves == EwsDateOrder.Unknown ? order : parts.Proves);
        if (local is null)
            problems.Add(row.Number, nameof(EwsColumn.PrintedAt), EwsProblemKind.AmbiguousTime, cell.Text);
        return new EwsTime(cell.Text, local, parts.OrderFree);
    }
}
