using System.Text;

namespace SmartTracker.Bills.Export;

/// <summary>Writes one CSV document (RFC 4180): UTF-8 with byte order mark, CRLF. Text that a spreadsheet would take for a formula is led by an apostrophe.</summary>
internal sealed class CsvText(char separator)
{
    // Half and full width: spreadsheets fold the one into the other.
    private const string FormulaStarts = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    private readonly StringBuilder _text = new();
    private bool _lineStarted;

    public CsvText Text(string? value) => Field(value is { Length: > 0 } && FormulaStarts.Contains(value[0], StringComparison.Ordinal) ? "'" + value : value ?? "");

    /// <summary>A figure that is formatted already and stays a figure.</summary>
    public CsvText Figure(string? value) => Field(value ?? "");

    public CsvText EndLine()
    {
        _text.Append("\r\n");
        _lineStarted = false;
        return this;
    }

    public byte[] ToBytes() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(_text.ToString())];

    private CsvText Field(string value)
    {
        if (_lineStarted)
            _text.Append(separator);
        _lineStarted = true;
        if (value.AsSpan().IndexOfAny([separator, '"', '\r', '\n']) < 0)
            _text.Append(value);
        else
            _text.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        return this;
    }
}
