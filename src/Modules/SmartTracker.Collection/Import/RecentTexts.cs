using System.Text;

namespace SmartTracker.Collection.Import;

/// <summary>Gives one string for bytes that come again and again, as the names of printers, users and media do: a batch holds each once.</summary>
internal sealed class RecentTexts
{
    private const int Places = 2048;
    private const int LongestRemembered = 100;

    private readonly (byte[] Utf8, string Text)[] _texts = new (byte[], string)[Places];

    public string Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestRemembered)
            return Encoding.UTF8.GetString(utf8);
        var hash = new HashCode();
        hash.AddBytes(utf8);
        ref var place = ref _texts[(hash.ToHashCode() & int.MaxValue) % Places];
        if (place.Text is null || !utf8.SequenceEqual(place.Utf8))
            place = (utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        return place.Text;
    }
}
