using System.Globalization;

namespace SmartTracker.Abstractions.Presentation;

/// <summary>Writes one CSV document (RFC 4180, CRLF) as spreadsheets of a culture read it: where the comma is the decimal sign, a semicolon
/// separates. Text that a spreadsheet would take for a formula is led by an apostrophe; what does not show is written as its code.</summary>
public sealed class CsvWriter(TextWriter target, CultureInfo culture)
{
    // Half and full width: spreadsheets fold the one into the other.
    private const string FormulaStarts = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

    private readonly char _separator = culture.NumberFormat.NumberDecimalSeparator == "," ? ';' : ',';
    private readonly NumberFormatInfo _figures = new() { NumberDecimalSeparator = culture.NumberFormat.NumberDecimalSeparator };
    private bool _lineStarted;

    public CsvWriter Text(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return Field("");
        var shown = VisibleText.Of(value);
        return Field(FormulaStarts.Contains(value[0], StringComparison.Ordinal) ? "'" + shown : shown);
    }

    /// <summary>A figure stays a figure, also a negative one; null is an empty field.</summary>
    public CsvWriter Figure(decimal? value) => Field(value?.ToString(_figures) ?? "");

    /// <summary>A figure, date or code of ours that is formatted already.</summary>
    public CsvWriter Plain(string? value) => Field(value ?? "");

    public CsvWriter EndLine()
    {
        target.Write("\r\n");
        _lineStarted = false;
        return this;
    }

    private CsvWriter Field(string value)
    {
        if (_lineStarted)
            target.Write(_separator);
        _lineStarted = true;
        if (value.AsSpan().IndexOfAny([_separator, '"', '\r', '\n']) < 0)
        {
            target.Write(value);
            return this;
        }

        target.Write('"');
        target.Write(value.Replace("\"", "\"\"", StringComparison.Ordinal));
        target.Write('"');
        return this;
    }
}
