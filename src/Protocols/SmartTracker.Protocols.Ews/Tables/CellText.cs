using System.Text;

namespace SmartTracker.Protocols.Ews.Tables;

/// <summary>Collects the text of one cell: white space becomes one blank, and a text longer than any real one is cut.</summary>
internal sealed class CellText(int limit)
{
    private readonly StringBuilder _text = new();
    private bool _isSpaceDue;

    public static string Of(string text, int limit)
    {
        var cell = new CellText(limit);
        cell.Append(text);
        return cell.Take();
    }

    public void Append(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            // A no-break space separates thousands or stands for an empty cell: a blank all the same.
            if (char.IsWhiteSpace(character) || character == '\0')
                Space();
            else
                Add(character);
        }
    }

    public void Space() => _isSpaceDue = _text.Length > 0;

    public string Take()
    {
        var length = _text.Length;
        // Not between the two halves of a character outside the basic plane.
        if (length > 0 && char.IsHighSurrogate(_text[length - 1]))
            length--;
        var text = _text.ToString(0, length);
        _text.Clear();
        _isSpaceDue = false;
        return text;
    }

    private void Add(char character)
    {
        if (_isSpaceDue && _text.Length < limit)
            _text.Append(' ');
        _isSpaceDue = false;
        if (_text.Length < limit)
            _text.Append(character);
    }
}
