using System.Text;

namespace SmartTracker.Collection.Import;

/// <summary>Reads jobs from CSV (RFC 4180, comma, a header that names the columns in any order).</summary>
/// <param name="latest">No job can lie after it.</param>
internal sealed class CsvLines(DateTimeOffset latest) : IImportSyntax
{
    private const string InkPrefix = "ink_";
    private const string InkSuffix = "_nl";

    private readonly byte[] _unquoted = new byte[LineReader.LongestLine];
    private readonly RecentTexts _recent = new();
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
        var row = new ImportRow(_recent);
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
        var names = new List<string>();
        var fields = new CsvFields(record, _unquoted);
        while (fields.TryRead(out var name))
            names.Add(Encoding.UTF8.GetString(name).Trim());
        if (names is [var only] && only.AsSpan().IndexOfAny(';', '\t') is var separator and >= 0)
            throw new ImportRefusedException("header", $"The columns are separated by {(only[separator] == ';' ? "semicolons" : "tabs")}. Separate them by commas, in the header and in every line.");

        var unknown = names.Where(name => Find(name) is null).ToList();
        if (unknown is [var first, ..])
            throw new ImportRefusedException(first, $"{Columns(unknown)} not known. Known are {string.Join(", ", Known)}.");
        if (names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ImportRefusedException(twice.Key, $"The column {twice.Key} stands in the header twice.");

        var columns = names.Select(name => Find(name)!).ToArray();
        Need(columns, ImportField.PrinterSerial);
        if (!columns.Any(column => column.Field == ImportField.SubmittedAt))
            Need(columns, ImportField.CompletedAt);
        return columns;
    }

    private static IEnumerable<string> Known => ImportFields.ByName.Keys.Where(known => known != ImportFields.Name(ImportField.InkNl)).Append("ink_c_nl").Append("ink_k_nl …");

    private static string Columns(IReadOnlyList<string> names) => names is [var one] ? $"The column '{one}' is" : $"The columns {string.Join(", ", names.Select(name => $"'{name}'"))} are";

    private static void Need(Column[] columns, ImportField field)
    {
        if (!columns.Any(column => column.Field == field))
            throw new ImportRefusedException(ImportFields.Name(field), $"The header has no column {ImportFields.Name(field)}.");
    }

    /// <summary>Null where there is no such column.</summary>
    private static Column? Find(string name)
    {
        if (ImportFields.ByName.TryGetValue(name, out var field) && field != ImportField.InkNl)
            return new Column(name, field, null);
        return name.StartsWith(InkPrefix, StringComparison.Ordinal) && name.EndsWith(InkSuffix, StringComparison.Ordinal) && name.Length > InkPrefix.Length + InkSuffix.Length
            ? new Column(name, ImportField.InkNl, name[InkPrefix.Length..^InkSuffix.Length].ToUpperInvariant())
            : null;
    }

    /// <param name="InkChannel">Null for a column that is not ink.</param>
    private sealed record Column(string Name, ImportField Field, string? InkChannel);
}
