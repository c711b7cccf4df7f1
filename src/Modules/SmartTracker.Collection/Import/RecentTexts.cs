using System.Buffers.Binary;
using System.Text;

namespace SmartTracker.Collection.Import;

/// <summary>Gives one string for bytes that come again and again, as the names of printers, users and media do: a batch holds each once.</summary>
internal sealed class RecentTexts
{
    private const int PlaceBits = 11;
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private const int LongestRemembered = 100;

    private readonly (byte[] Utf8, string Text)[] _texts = new (byte[], string)[1 << PlaceBits];

    public string Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestRemembered)
            return Encoding.UTF8.GetString(utf8);
        ref var place = ref _texts[Place(utf8)];
        if (place.Text is null || !utf8.SequenceEqual(place.Utf8))
            place = (utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        return place.Text;
    }

    /// <summary>By length and both ends, where names differ; nothing depends on it but speed.</summary>
    private static int Place(ReadOnlySpan<byte> utf8)
    {
        unchecked
        {
            var mixed = (ulong)utf8.Length;
            if (utf8.Length >= sizeof(ulong))
            {
                mixed = ((mixed ^ BinaryPrimitives.ReadUInt64LittleEndian(utf8)) * Golden) ^ BinaryPrimitives.ReadUInt64LittleEndian(utf8[^sizeof(ulong)..]);
            }
            else
            {
                foreach (var one in utf8)
                    mixed = (mixed << 8) | one;
            }

            return (int)((mixed * Golden) >> (64 - PlaceBits));
        }
    }
}
