namespace SmartTracker.Billing.Pdf;

/// <summary>Breaks text into lines that fit a width: at blanks, and inside a word only where the word alone is too wide.</summary>
internal static class TextWrap
{
    public static IReadOnlyList<string> Wrap(string text, double width, Style style)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
            WrapParagraph(style.Face.Printable(paragraph), width, style, lines);
        return lines;
    }

    private static void WrapParagraph(string text, double width, Style style, List<string> lines)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (style.Face.Width(longer, style.Size) <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
                lines.Add(line);
            line = BreakWord(word, width, style, lines);
        }

        lines.Add(line);
    }

    private static string BreakWord(string word, double width, Style style, List<string> lines)
    {
        var start = 0;
        var used = 0d;
        for (var i = 0; i < word.Length; i++)
        {
            var letter = style.Face.Width(word[i].ToString(), style.Size);
            if (used + letter > width && i > start)
            {
                lines.Add(word[start..i]);
                start = i;
                used = 0;
            }

            used += letter;
        }

        return word[start..];
    }
}
