using System.Text;

namespace SmartTracker.Protocols.Ews.Tables;

/// <summary>Text with a separator, quoted as in RFC 4180 where it is quoted.</summary>
internal static class DelimitedTable
{
    private const int LinesToSniff = 5;
    private static readonly char[] Separators = [';', '\t', ',', '|'];

    public static TableDocument Read(string text, bool isWhole, EwsLimits limits)
    {
        var separator = SeparatorOf(text);
        if (separator is null)
            return new TableDocument(TableContainer.Delimited, [], TableDefect.NotATable) { DefectDetail = "No line has columns." };
        return Read(text, separator.Value, isWhole, limits);
    }

    public static TableDocument Read(string text, char separator, bool isWhole, EwsLimits limits)
    {
        var reading = new Reading(text, separator, limits);
        // Nothing in such a text says that it is over: who did not see the end does not know whether more belongs to it.
        var defect = reading.Run(isWhole) ?? (isWhole ? null : TableDefect.CutOff);
        return new TableDocument(TableContainer.Delimited, [new Table(reading.Rows, defect is null) { Separator = separator }], defect);
    }

    /// <summary>The one that cuts the first lines into the most columns; null where none makes two.</summary>
    private static char? SeparatorOf(string text)
    {
        var counts = new int[Separators.Length];
        var (lines, isQuoted) = (0, false);
        foreach (var character in text)
        {
            if (character == '"')
                isQuoted = !isQuoted;
            else if (character == '\n' && !isQuoted && ++lines == LinesToSniff)
                break;
            else if (!isQuoted && Array.IndexOf(Separators, character) is var found and >= 0)
                counts[found]++;
        }

        var most = counts.Max();
        return most == 0 ? null : Separators[Array.IndexOf(counts, most)];
    }

    private sealed class Reading(string text, char separator, EwsLimits limits)
    {
        private readonly StringBuilder _quoted = new();
        private List<TableCell> _cells = [];
        private int _at;
        private int _line = 1;
        private int _rowLine = 1;
        private int _total;
        private bool _isQuoteOpen;

        public List<TableRow> Rows { get; } = [];

        public TableDefect? Run(bool isWhole)
        {
            while (_at < text.Length)
            {
                var ended = ReadField(out var endsRow);
                if (_cells.Count > limits.Columns || Rows.Count >= limits.Rows || _total > limits.Cells)
                    return TableDefect.TooLarge;
                if (_isQuoteOpen || (!ended && !isWhole))
                    return TableDefect.CutOff;
                if (endsRow)
                    EndRow();
            }

            return null;
        }

        /// <returns>False where the text ended before a separator or line end came.</returns>
        private bool ReadField(out bool endsRow)
        {
            string field;
            if (text[_at] == '"')
            {
                if (!TryReadQuoted(out field))
                {
                    endsRow = true;
                    Add(field);
                    return false;
                }
            }
            else
            {
                var end = text.AsSpan(_at).IndexOfAny(separator, '\r', '\n');
                field = end < 0 ? text[_at..] : text.Substring(_at, end);
                _at += field.Length;
            }

            Add(field);
            if (_at >= text.Length)
            {
                endsRow = true;
                return false;
            }

            endsRow = text[_at] != separator;
            if (!endsRow)
            {
                // A separator at the very end opens a last empty field.
                if (++_at == text.Length)
                {
                    Add("");
                    endsRow = true;
                    return false;
                }

                return true;
            }

            if (text[_at] == '\r' && _at + 1 < text.Length && text[_at + 1] == '\n')
                _at++;
            _at++;
            _line++;
            return true;
        }

        /// <returns>False where the closing quote is missing.</returns>
        private bool TryReadQuoted(out string field)
        {
            _quoted.Clear();
            for (_at++; _at < text.Length; _at++)
            {
                if (text[_at] == '\n')
                    _line++;
                if (text[_at] != '"')
                {
                    _quoted.Append(text[_at]);
                    continue;
                }

                if (_at + 1 < text.Length && text[_at + 1] == '"')
                {
                    _quoted.Append('"');
                    _at++;
                    continue;
                }

                _at++;
                // What stands beside the quote belongs to the field.
                while (_at < text.Length && text[_at] != separator && text[_at] is not ('\r' or '\n'))
                    _quoted.Append(text[_at++]);
                field = _quoted.ToString();
                return true;
            }

            field = _quoted.ToString();
            _isQuoteOpen = true;
            return false;
        }

        private void Add(string field)
        {
            _total++;
            _cells.Add(field.Length == 0 ? TableCell.Empty : new TableCell(CellText.Of(field, limits.TextCharacters)));
        }

        private void EndRow()
        {
            if (_cells.Exists(cell => cell.Text.Length > 0))
                Rows.Add(new TableRow(_rowLine, _cells, ""));
            _cells = [];
            _rowLine = _line;
        }
    }
}
