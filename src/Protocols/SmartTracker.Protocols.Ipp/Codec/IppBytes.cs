using System.Buffers.Binary;

namespace SmartTracker.Protocols.Ipp.Codec;

/// <summary>Walks over the bytes of a message and never past their end.</summary>
internal sealed class IppBytes(ReadOnlyMemory<byte> message)
{
    public int Offset { get; private set; }

    public int Left => message.Length - Offset;

    public byte Byte(string what) => Take(1, what).Span[0];

    public byte PeekByte(string what)
    {
        Need(1, what);
        return message.Span[Offset];
    }

    public int Int32(string what) => BinaryPrimitives.ReadInt32BigEndian(Take(4, what).Span);

    public int UInt16(string what) => BinaryPrimitives.ReadUInt16BigEndian(Take(2, what).Span);

    /// <summary>Two signed bytes (RFC 8010 §3.1.4): more than 32767 is negative.</summary>
    public int Length(string what)
    {
        var at = Offset;
        var length = BinaryPrimitives.ReadInt16BigEndian(Take(2, $"length of {what}").Span);
        return length >= 0 ? length : throw new IppFormatException(IppDefect.Malformed, at, $"length of {what}: {length} is negative");
    }

    public ReadOnlyMemory<byte> Take(int count, string what)
    {
        Need(count, what);
        var taken = message.Slice(Offset, count);
        Offset += count;
        return taken;
    }

    private void Need(int count, string what)
    {
        if (count > Left)
            throw new IppFormatException(IppDefect.CutOff, Offset, $"{what}: {count} bytes announced, {Left} left");
    }
}
