using System.Buffers;
using System.Text;

namespace SmartTracker.Protocols.Piws.Xml;

/// <summary>Text between two tags, with the five entities that XML knows by itself.</summary>
internal static class PlainXmlText
{
    private static readonly (string Entity, char Letter)[] Entities = [("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&'), ("&quot;", '"'), ("&apos;", '\'')];

    /// <summary>Bytes that need a second look: <c>]]&gt;</c> may not be, and a carriage return has another meaning than itself.</summary>
    private static readonly SearchValues<byte> Doubtful = SearchValues.Create("&]\r"u8);

    private static readonly SearchValues<byte> EndOrDoubtful = SearchValues.Create("<&]\r"u8);

    public static bool IsWhiteSpace(ReadOnlySpan<byte> text) => text.IsEmpty || (text[^1] <= ' ' && !text.ContainsAnyExcept(" \n\t\r"u8));

    /// <summary>How long the text is at the beginning of these bytes; negative where its end is not among them or it needs <see cref="Check"/>.</summary>
    public static int LengthOfSimple(ReadOnlySpan<byte> bytes)
    {
        var length = bytes.IndexOfAny(EndOrDoubtful);
        return length >= 0 && bytes[length] == '<' ? length : -1;
    }

    /// <exception cref="NotPlainXmlException">A carriage return, another entity than the five, or <c>]]&gt;</c>.</exception>
    public static void Check(ReadOnlySpan<byte> text)
    {
        for (int at; (at = text.IndexOfAny(Doubtful)) >= 0; text = text[(at + 1)..])
        {
            if (text[at] == ']' ? text[at..].StartsWith("]]>"u8) : !IsEntity(text[at..]))
                throw new NotPlainXmlException();
        }
    }

    public static string Of(ReadOnlySpan<byte> text)
    {
        var written = Encoding.UTF8.GetString(text);
        if (!written.Contains('&', StringComparison.Ordinal))
            return written;

        var meant = new StringBuilder(written.Length);
        for (var at = 0; at < written.Length;)
        {
            var entity = Array.Find(Entities, entity => string.CompareOrdinal(written, at, entity.Entity, 0, entity.Entity.Length) == 0);
            meant.Append(entity.Entity is null ? written[at] : entity.Letter);
            at += entity.Entity?.Length ?? 1;
        }

        return meant.ToString();
    }

    private static bool IsEntity(ReadOnlySpan<byte> text) =>
        text.StartsWith("&lt;"u8) || text.StartsWith("&gt;"u8) || text.StartsWith("&amp;"u8) || text.StartsWith("&quot;"u8) || text.StartsWith("&apos;"u8);
}
