using System.Text;

namespace SmartTracker.Collection.Import;

/// <summary>Reads jobs from CSV (RFC 4180, comma, a header that names the columns in any order).</summary>
/// <param name="latest">No job can lie after it.</param>
internal sealed class CsvLines(DateTimeOffset latest) : IImportSyntax
{
    private const string InkPrefix = "ink_";
    private const string InkSuffix = "_nl";

    private readonly byte[] _unquoted = new byte[LineReader.LongestLine];
    private Column[]? _columns;

    public bool IsQuoted => true;

    public ImportLine? Read(long number, ReadOnlySpan<byte> record)
    {
        if (record.IsEmpty)
            return null;
        if (_columns is not null)
            return ReadRow(number, record, _columns);
        _columns = ReadHeader(record);
        return null;
    }

    private ImportLine ReadRow(long number, ReadOnlySpan<byte> record, Column[] columns)
    {
        var row = new ImportRow();
        var fields = new CsvFields(record, _unquoted);
        var count = 0;
        while (fields.TryRead(out var value))
        {
            if (fields.IsBroken)
                return ImportLine.Bad(number, null, "A quote is not closed, or something stands beside it.");
            if (count == columns.Length)
                return ImportLine.Bad(number, null, $"The line has more than {columns.Length} fields.");
            var column = columns[count++];
            var wrong = column.InkChannel is null ? row.Set(column.Field, value, latest) : row.SetInk(column.InkChannel, value);
            if (wrong is not null)
                return ImportLine.Bad(number, column.Name, $"{column.Name} {wrong}.");
        }

        if (count < columns.Length)
            return ImportLine.Bad(number, null, $"The line has {count} fields instead of {columns.Length}.");
        return row.Check() is var (field, missing)
            ? ImportLine.Bad(number, ImportFields.Name(field), $"{ImportFields.Name(field)} {missing}.")
            : ImportLine.Good(number, row);
    }

    private Column[] ReadHeader(ReadOnlySpan<byte> record)
    {
        var columns = new List<Column>();
        var fields = new CsvFields(record, _unquoted);
        while (fields.TryRead(out var name))
            columns.Add(Find(Encoding.UTF8.GetString(name).Trim()));

        if (columns.GroupBy(column => column.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ImportRefusedException(twice.Key, $"The column {twice.Key} stands in the header twice.");
        Need(columns, ImportField.PrinterSerial);
        if (!columns.Exists(column => column.InkChannel is null && column.Field == ImportField.SubmittedAt))
            Need(columns, ImportField.CompletedAt);
        return [.. columns];
    }

    private static void Need(List<Column> columns, ImportField field)
    {
        if (!columns.Exists(column => column.InkChannel is null && column.Field == field))
            throw new ImportRefusedException(ImportFields.Name(field), $"The header has no column {ImportFields.Name(field)}. Columns are separated by commas.");
    }

    private static Column Find(string name)
    {
        if (ImportFields.ByName.TryGetValue(name, out var field) && field != ImportField.InkNl)
            return new Column(name, field, null);
        if (name.StartsWith(InkPrefix, StringComparison.Ordinal) && name.EndsWith(InkSuffix, StringComparison.Ordinal) && name.Length > InkPrefix.Length + InkSuffix.Length)
            return new Column(name, ImportField.InkNl, name[InkPrefix.Length..^InkSuffix.Length]);
        var known = ImportFields.ByName.Keys.Where(known => known != ImportFields.Name(ImportField.InkNl)).Append("ink_c_nl").Append("ink_k_nl …");
        throw new ImportRefusedException(name, $"The column '{name}' is not known. Known are {string.Join(", ", known)}.");
    }

    /// <param name="InkChannel">Null for a column that is not ink.</param>
    private sealed record Column(string Name, ImportField Field, string? InkChannel);
}
