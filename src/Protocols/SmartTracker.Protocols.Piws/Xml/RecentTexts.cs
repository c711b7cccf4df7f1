using System.Text;

namespace SmartTracker.Protocols.Piws.Xml;

/// <summary>The meaning of bytes between two tags. A short text that comes again, as most do, is the same string.</summary>
internal sealed class RecentTexts
{
    private const int LongestKept = 40;

    private readonly string?[] _recent = new string?[Utf8Hash.Slots];

    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestKept)
            return PlainXmlText.Of(utf8);
        ref var recent = ref _recent[Utf8Hash.Of(utf8)];
        // What has an entity or a letter beyond ASCII is never equal, and read anew.
        if (recent is null || !Ascii.Equals(utf8, recent))
            recent = PlainXmlText.Of(utf8);
        return recent;
    }
}
