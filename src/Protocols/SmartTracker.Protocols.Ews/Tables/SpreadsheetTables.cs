using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace SmartTracker.Protocols.Ews.Tables;

/// <summary>Worksheets of Excel files, old and new. Each sheet is a table.</summary>
internal static class SpreadsheetTables
{
    static SpreadsheetTables() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TableDocument Read(ReadOnlyMemory<byte> document, TableContainer container, EwsLimits limits)
    {
        var defect = container == TableContainer.Xlsx ? PackedSize.Check(document, limits.UnpackedBytes) : CompoundSize.Check(document.Span);
        if (defect is not null)
            return new TableDocument(container, [], defect);

        var tables = new List<Table>();
        try
        {
            using var stream = new MemoryStream(document.ToArray(), writable: false);
            using var reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding(1252) });
            return new TableDocument(container, tables, ReadSheets(reader, tables, limits) ? null : TableDefect.TooLarge);
        }
        // Of broken files the reader throws whatever befalls it, and there is nothing else to do about any of it.
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new TableDocument(container, tables, TableDefect.Damaged) { DefectDetail = exception.Message };
        }
    }

    /// <returns>False where a limit was met; then the rows before are there.</returns>
    private static bool ReadSheets(IExcelDataReader reader, List<Table> tables, EwsLimits limits)
    {
        var cells = 0L;
        do
        {
            var rows = new List<TableRow>();
            tables.Add(new Table(rows, IsWhole: true) { Name = reader.Name });
            for (var number = 1; reader.Read(); number++)
            {
                cells += Math.Max(1, reader.FieldCount);
                if (cells > limits.Cells || number > limits.Rows)
                {
                    tables[^1] = tables[^1] with { IsWhole = false };
                    return false;
                }

                var row = new List<TableCell>(Math.Min(reader.FieldCount, limits.Columns));
                for (var column = 0; column < reader.FieldCount && column < limits.Columns; column++)
                    row.Add(Cell(reader.GetValue(column), limits));
                if (row.Exists(cell => cell.Text.Length > 0))
                    rows.Add(new TableRow(number, row, ""));
            }
        }
        while (reader.NextResult());

        return true;
    }

    private static TableCell Cell(object? value, EwsLimits limits) => value switch
    {
        null => TableCell.Empty,
        double number when Math.Abs(number) < 1e15 => Number((decimal)number),
        double number => new TableCell(number.ToString("R", CultureInfo.InvariantCulture)),
        int number => Number(number),
        DateTime time => new TableCell(time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), null, DateTime.SpecifyKind(time, DateTimeKind.Unspecified)),
        string text => new TableCell(CellText.Of(text, limits.TextCharacters)),
        _ => new TableCell(CellText.Of(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", limits.TextCharacters)),
    };

    private static TableCell Number(decimal number) => new(number.ToString(CultureInfo.InvariantCulture), number);
}
