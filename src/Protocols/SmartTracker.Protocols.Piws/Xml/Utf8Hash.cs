using System.Buffers.Binary;

namespace SmartTracker.Protocols.Piws.Xml;

/// <summary>A place among few for a short text: names and values differ in length or at their ends.</summary>
internal static class Utf8Hash
{
    public const int Slots = 1 << Bits;
    private const int Bits = 10;
    private const ulong Golden = 0x9E3779B97F4A7C15;

    public static int Of(ReadOnlySpan<byte> utf8)
    {
        unchecked
        {
            var mixed = (ulong)utf8.Length;
            if (utf8.Length >= sizeof(ulong))
            {
                mixed = (mixed ^ BinaryPrimitives.ReadUInt64LittleEndian(utf8)) * Golden;
                mixed ^= BinaryPrimitives.ReadUInt64LittleEndian(utf8[^sizeof(ulong)..]);
            }
            else
            {
                foreach (var one in utf8)
                    mixed = (mixed << 8) | one;
            }

            return (int)((mixed * Golden) >> (64 - Bits));
        }
    }
}
