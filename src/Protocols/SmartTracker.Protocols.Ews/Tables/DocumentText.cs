using System.Text;
using System.Text.RegularExpressions;

namespace SmartTracker.Protocols.Ews.Tables;

/// <summary>From bytes to text. Order of trust: byte order mark, content type, the page's own word, UTF-8 if it fits, else Windows-1252 as a guess.</summary>
internal static partial class DocumentText
{
    private const int StartLength = 2048;

    static DocumentText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static (string Text, bool IsGuessed) Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (Marked(bytes) is { } marked)
            return (marked.GetString(bytes).TrimStart('\uFEFF'), false);
        if ((Named(contentType) ?? Named(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, StartLength)]))) is { } named)
        {
            var text = named.GetString(bytes);
            return (text, text.Contains('\uFFFD', StringComparison.Ordinal));
        }

        // A cut may go through a character.
        var utf8 = new UTF8Encoding(false).GetString(bytes);
        var broken = utf8.AsSpan().TrimEnd('\uFFFD').Contains('\uFFFD');
        return broken ? (Encoding.GetEncoding(1252).GetString(bytes), true) : (utf8, false);
    }

    /// <summary>Enough to see what it is.</summary>
    public static string Start(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, StartLength)];
        return (Marked(start) ?? Encoding.Latin1).GetString(start);
    }

    private static Encoding? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static Encoding? Named(string? text)
    {
        if (text is null || Charset().Match(text) is not { Success: true } match)
            return null;
        try
        {
            var encoding = Encoding.GetEncoding(match.Groups["name"].Value);
            // What was read as one byte a character to find the word cannot be two bytes a character.
            return encoding is UnicodeEncoding or UTF32Encoding ? null : encoding;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("charset\\s*=\\s*[\"']?\\s*(?<name>[A-Za-z0-9_.:-]{1,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
