using System.Globalization;
using System.Text;

namespace SmartTracker.Abstractions.Presentation;

/// <summary>Writes characters that nobody sees but that change what is read (control characters, bidirectional overrides, zero-width marks,
/// halves of surrogate pairs) as their code: <c>[U+202E]</c>. Pages, CSV and documents show outside text through this one place.</summary>
public static class VisibleText
{
    /// <summary>The longest code: <c>[U+10FFFF]</c>.</summary>
    public const int LongestCode = 10;

    /// <summary>Text in which every character shows. What has none comes back as it is.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = IndexOfHidden(text);
        if (at < 0)
            return text;

        var shown = new StringBuilder(text, 0, at, text.Length + LongestCode);
        while (at < text.Length)
        {
            var whole = Rune.TryGetRuneAt(text, at, out var rune);
            if (!whole || IsHidden(rune.Value))
                shown.Append(Code(whole ? rune.Value : text[at]));
            else
                shown.Append(rune.ToString());
            at += whole ? rune.Utf16SequenceLength : 1;
        }

        return shown.ToString();
    }

    /// <summary>Where the first character stands that does not show, or -1.</summary>
    public static int IndexOfHidden(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length;)
        {
            var whole = Rune.DecodeFromUtf16(text[at..], out var rune, out var length) == System.Buffers.OperationStatus.Done;
            if (!whole || IsHidden(rune.Value))
                return at;
            at += length;
        }

        return -1;
    }

    /// <summary>Tab and line ends are layout; joiners belong to scripts and emoji, a soft hyphen to words, Arabic number signs have a shape.</summary>
    public static bool IsHidden(int scalar)
    {
        if (scalar is '\t' or '\n' or '\r' or 0xAD or 0x200C or 0x200D or (>= 0x600 and <= 0x605) or 0x6DD or 0x70F or 0x890 or 0x891 or 0x8E2 or 0x110BD or 0x110CD)
            return false;
        return CharUnicodeInfo.GetUnicodeCategory(scalar) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
    }

    public static string Code(int scalar) => string.Create(CultureInfo.InvariantCulture, $"[U+{scalar:X4}]");
}
