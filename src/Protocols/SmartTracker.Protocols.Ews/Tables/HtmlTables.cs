using System.Globalization;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace SmartTracker.Protocols.Ews.Tables;

/// <summary>Collects the tables of a page in one pass over its tags. No tree is built: what a hostile page could make of one costs time and depth,
/// and only the tags tell which rows arrived whole.</summary>
internal sealed class HtmlTables(EwsLimits limits)
{
    private readonly List<Table> _tables = [];
    private readonly Stack<OpenTable> _open = [];
    private int _tooDeep;
    private int _cells;
    private bool _isEnded;
    private bool _isAsleep;
    private bool _hasPasswordField;

    private enum Step
    {
        GoOn,
        End,
        TooLarge,
    }

    public TableDocument Read(string text)
    {
        using var source = new TextSource(text);
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        var step = Step.GoOn;
        while (step == Step.GoOn)
            step = Take(tokens.Get(), tokens);

        // Of a table without its end the row that is being written is not whole.
        var isCut = _open.Count > 0;
        while (_open.TryPop(out var table))
            _tables.Add(new Table(table.Rows, IsWhole: false));
        return new TableDocument(TableContainer.Html, _tables, Defect(step, isCut)) { IsWakeUpPage = _isAsleep, HasPasswordField = _hasPasswordField };
    }

    private TableDefect? Defect(Step step, bool isCut) =>
        step == Step.TooLarge ? TableDefect.TooLarge
        : isCut || !_isEnded ? TableDefect.CutOff
        : _tables.Count == 0 ? TableDefect.NotATable
        : null;

    private Step Take(HtmlToken token, HtmlTokenizer tokens)
    {
        switch (token.Type)
        {
            case HtmlTokenType.EndOfFile:
                return Step.End;
            case HtmlTokenType.Character when _tooDeep == 0 && _open.TryPeek(out var table):
                table.Append(token.Data);
                return Step.GoOn;
            case HtmlTokenType.StartTag:
                Begin(token.AsTag(), tokens);
                break;
            case HtmlTokenType.EndTag:
                End(token.Name);
                break;
        }

        return _cells > limits.Cells || (_open.TryPeek(out var current) && current.Rows.Count > limits.Rows) ? Step.TooLarge : Step.GoOn;
    }

    private void Begin(HtmlTagToken tag, HtmlTokenizer tokens)
    {
        // The text of these is no markup: the tokenizer must be told.
        tokens.State = tag.Name switch
        {
            "script" => HtmlParseMode.Script,
            "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
            "title" or "textarea" => HtmlParseMode.RCData,
            _ => HtmlParseMode.PCData,
        };
        _isAsleep |= tag.GetAttribute("state").Equals("sleeping", StringComparison.OrdinalIgnoreCase);
        if (tag.Name == "input")
        {
            _isAsleep |= tag.GetAttribute("name").Equals("WakeUp", StringComparison.OrdinalIgnoreCase);
            _hasPasswordField |= tag.GetAttribute("type").Equals("password", StringComparison.OrdinalIgnoreCase);
        }

        if (tag.Name == "table")
        {
            if (_open.Count < limits.Depth && _tooDeep == 0)
                _open.Push(new OpenTable(limits));
            else
                _tooDeep++;
        }
        else if (_tooDeep == 0 && _open.TryPeek(out var table))
        {
            BeginInside(table, tag);
        }
    }

    private void BeginInside(OpenTable table, HtmlTagToken tag)
    {
        switch (tag.Name)
        {
            case "tr":
                table.BeginRow(tag.GetAttribute("class"));
                break;
            case "td" or "th":
                _cells += table.BeginCell(tag.GetAttribute("colspan"));
                break;
            case "br" or "p" or "div" or "li" or "hr":
                table.Append(" ");
                break;
        }
    }

    private void End(string name)
    {
        _isEnded |= name is "html" or "body";
        if (name == "table" && _tooDeep > 0)
        {
            _tooDeep--;
            return;
        }

        if (_tooDeep > 0 || !_open.TryPeek(out var table))
            return;
        switch (name)
        {
            case "td" or "th":
                table.EndCell();
                break;
            case "tr" or "thead" or "tbody" or "tfoot":
                table.EndRow();
                break;
            case "table":
                table.EndRow();
                _tables.Add(new Table(_open.Pop().Rows, IsWhole: true));
                break;
        }
    }

    private sealed class OpenTable(EwsLimits limits)
    {
        private const int LongestClass = 200;

        private readonly CellText _text = new(limits.TextCharacters);
        private List<TableCell>? _row;
        private string _class = "";
        private int _number;
        private int _span;

        public List<TableRow> Rows { get; } = [];

        public void BeginRow(string @class)
        {
            EndRow();
            _row = [];
            _class = @class.Length > LongestClass ? @class[..LongestClass] : @class;
        }

        /// <returns>How many columns it takes.</returns>
        public int BeginCell(string colspan)
        {
            EndCell();
            if (_row is null)
                BeginRow("");
            _span = int.TryParse(colspan, NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, limits.Columns) : 1;
            return _span;
        }

        public void Append(string text)
        {
            if (_span > 0)
                _text.Append(text);
        }

        public void EndCell()
        {
            if (_span == 0 || _row is null)
                return;
            var text = _text.Take();
            for (var column = 0; column < _span && _row.Count < limits.Columns; column++)
                _row.Add(column > 0 || text.Length == 0 ? TableCell.Empty : new TableCell(text));
            _span = 0;
        }

        public void EndRow()
        {
            EndCell();
            if (_row is null)
                return;
            _number++;
            if (_row.Exists(cell => cell.Text.Length > 0))
                Rows.Add(new TableRow(_number, _row, _class));
            _row = null;
        }
    }
}
