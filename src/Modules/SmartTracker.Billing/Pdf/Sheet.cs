namespace SmartTracker.Billing.Pdf;

internal enum Tone
{
    Dark,
    Grey,
}

/// <summary>How a piece of text looks; sizes in points.</summary>
internal sealed record Style(double Size, bool Bold = false, Tone Tone = Tone.Dark)
{
    public FontFace Face => Bold ? FontFace.Bold : FontFace.Regular;

    public double Leading => Size * 1.36;
}

/// <summary>A text or a rule on a page. Points from the top left corner; a text's Y is its baseline.</summary>
internal abstract record Mark;

internal sealed record TextMark(double X, double Y, string Text, Style Style) : Mark;

internal sealed record RuleMark(double X, double Y, double Width, double Thickness) : Mark;

/// <summary>Pages that fill from top to bottom. A page break is asked for before something that must stay together.</summary>
internal sealed class Sheet
{
    public const double Width = 595.28;
    public const double Height = 841.89;
    public const double Left = 70.9;
    public const double Right = Width - 56.7;

    private const double Top = 78;
    private const double Bottom = Height - 74;

    private readonly List<List<Mark>> _pages = [[]];

    public IReadOnlyList<IReadOnlyList<Mark>> Pages => _pages;

    /// <summary>Where the next thing goes on the current page.</summary>
    public double Y { get; set; } = Top;

    public bool Fits(double height) => Y + height <= Bottom;

    public void NewPage()
    {
        _pages.Add([]);
        Y = Top;
    }

    public void Text(double x, double y, string text, Style style) => _pages[^1].Add(new TextMark(x, y, style.Face.Printable(text), style));

    public void TextRight(double right, double y, string text, Style style)
    {
        var printable = style.Face.Printable(text);
        _pages[^1].Add(new TextMark(right - style.Face.Width(printable, style.Size), y, printable, style));
    }

    public void Rule(double y, double thickness, double left = Left) => _pages[^1].Add(new RuleMark(left, y, Right - left, thickness));

    /// <summary>Adds to every page once their number is known.</summary>
    public void OnEveryPage(Action<Sheet, int, int> draw)
    {
        var all = _pages.ToArray();
        for (var i = 0; i < all.Length; i++)
        {
            _pages.Add(all[i]);
            draw(this, i + 1, all.Length);
            _pages.RemoveAt(_pages.Count - 1);
        }
    }
}
