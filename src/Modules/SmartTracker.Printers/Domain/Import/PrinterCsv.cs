using System.Text;

namespace SmartTracker.Printers.Domain.Import;

/// <summary>A list of printers as CSV (RFC 4180; commas, semicolons or tabs as the header has them), read without judging what stands in it.</summary>
public static class PrinterCsv
{
    private static readonly string[] Needed = ["name", "address"];

    public const int MostRows = 2000;

    public static readonly IReadOnlyList<string> Columns = ["name", "address", "protocol", "password", "site", "group", "serial"];

    /// <exception cref="PrinterCsvException">The whole file cannot be read; a wrong row stands in the result.</exception>
    public static IReadOnlyList<CsvPrinter> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var records = Records(text.TrimStart('\uFEFF')).Where(record => record.Fields.Any(field => field.Trim().Length > 0)).ToList();
        if (records.Count == 0)
            throw new PrinterCsvException(PrinterCsvFault.Empty);
        var columns = Header(records[0].Fields);
        if (records.Count - 1 > MostRows)
            throw new PrinterCsvException(PrinterCsvFault.TooManyRows, $"{MostRows}");
        return [.. records.Skip(1).Select(record => Row(record, columns))];
    }

    private static CsvPrinter Row(CsvRecord record, IReadOnlyList<string> columns)
    {
        var values = columns.Zip(record.Fields).GroupBy(pair => pair.First, pair => pair.Second).ToDictionary(pair => pair.Key, pair => pair.First(), StringComparer.Ordinal);
        return new CsvPrinter(record.Line)
        {
            Name = Value("name"),
            Address = Value("address"),
            Protocol = Value("protocol")?.ToLowerInvariant(),
            Password = values.GetValueOrDefault("password") is { Length: > 0 } password ? password : null,
            Site = Value("site"),
            Groups = [.. (Value("group") ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            Serial = Value("serial"),
            IsTorn = record.IsTorn,
            HasTooManyFields = record.Fields.Count > columns.Count && record.Fields.Skip(columns.Count).Any(field => field.Trim().Length > 0),
        };

        string? Value(string column) => values.GetValueOrDefault(column)?.Trim() is { Length: > 0 } value ? value : null;
    }

    private static List<string> Header(IReadOnlyList<string> fields)
    {
        var columns = fields.Select(field => field.Trim().ToLowerInvariant()).ToList();
        while (columns.Count > 0 && columns[^1].Length == 0)
            columns.RemoveAt(columns.Count - 1);
        if (columns.FirstOrDefault(column => !Columns.Contains(column)) is { } unknown)
            throw new PrinterCsvException(PrinterCsvFault.UnknownColumn, unknown);
        if (columns.GroupBy(column => column).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new PrinterCsvException(PrinterCsvFault.ColumnTwice, twice.Key);
        if (Needed.FirstOrDefault(needed => !columns.Contains(needed)) is { } missing)
            throw new PrinterCsvException(PrinterCsvFault.ColumnMissing, missing);
        return columns;
    }

    private static IEnumerable<CsvRecord> Records(string text)
    {
        var first = text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? end : text.Length);
        var separator = first.Contains(';') ? ';' : first.Contains('\t') ? '\t' : ',';
        var (line, began) = (1, 1);
        var fields = new List<string>();
        var field = new StringBuilder();
        var (quoted, torn) = (false, false);
        for (var at = 0; at <= text.Length; at++)
        {
            var c = at < text.Length ? text[at] : '\n';
            var isEnd = at == text.Length;
            if (quoted && !isEnd)
            {
                if (c == '\n')
                    line++;
                if (c != '"')
                    field.Append(c);
                else if (at + 1 < text.Length && text[at + 1] == '"')
                    field.Append(text[++at]);
                else
                    quoted = false;
                continue;
            }

            torn |= quoted;
            if (c == '"' && field.ToString().Trim().Length == 0)
            {
                field.Clear();
                quoted = true;
            }
            else if (c == separator || c == '\n')
            {
                fields.Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                if (c == '\n')
                {
                    yield return new CsvRecord(began, [.. fields], torn);
                    fields.Clear();
                    (began, quoted, torn) = (++line, false, false);
                }
            }
            else
            {
                field.Append(c);
            }
        }
    }

    private sealed record CsvRecord(int Line, IReadOnlyList<string> Fields, bool IsTorn);
}

/// <summary>One printer of the file, as it stands there.</summary>
/// <param name="Line">Where its row begins, from 1.</param>
public sealed record CsvPrinter(int Line)
{
    public string? Name { get; init; }
    public string? Address { get; init; }
    public string? Protocol { get; init; }
    public string? Password { get; init; }
    public string? Site { get; init; }

    /// <summary>Apart by <c>|</c> in the file.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    public string? Serial { get; init; }

    /// <summary>A quote was not closed.</summary>
    public bool IsTorn { get; init; }

    public bool HasTooManyFields { get; init; }

    // A record prints all its members; this one holds a secret.
    public override string ToString() => $"{Line}: {Name}, {Address}";
}

/// <summary>Why a whole file cannot be read.</summary>
public enum PrinterCsvFault
{
    Empty,
    UnknownColumn,
    ColumnTwice,
    ColumnMissing,
    TooManyRows,
}

public sealed class PrinterCsvException(PrinterCsvFault fault, string detail = "") : Exception($"{fault} {detail}")
{
    public PrinterCsvFault Fault { get; } = fault;

    public string Detail { get; } = detail;
}
