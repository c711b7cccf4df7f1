using SmartTracker.Protocols.Snmp.Messages;

namespace SmartTracker.Protocols.Snmp.Codec;

/// <summary>From the bytes of one value to the value. Bytes that do not fit their tag become <see cref="SnmpOctets"/>. Numbers are read here and not
/// by <c>AsnDecoder</c>, because agents write them with more bytes than needed.</summary>
internal static class ValueReader
{
    private const uint Continues = 0x80;
    private const uint SecondNumbers = 40;

    public static SnmpValue Read(byte tag, ReadOnlyMemory<byte> contents)
    {
        var bytes = contents.Span;
        return tag switch
        {
            SnmpTag.Integer when Integer(bytes) is { } value and >= int.MinValue and <= int.MaxValue => new SnmpInteger(value),
            SnmpTag.Counter32 or SnmpTag.Gauge32 or SnmpTag.TimeTicks when Unsigned(bytes) is { } value and <= uint.MaxValue => new SnmpInteger((long)value, tag),
            SnmpTag.Counter64 when Unsigned(bytes) is { } value => new SnmpCounter64(value),
            SnmpTag.ObjectIdentifier when Oid(bytes) is { } value => new SnmpOid(value),
            SnmpTag.Null or SnmpTag.NoSuchObject or SnmpTag.NoSuchInstance or SnmpTag.EndOfMibView => new SnmpNothing(tag),
            _ => new SnmpOctets(contents, tag),
        };
    }

    /// <summary>Two's complement; null where it is empty or has more than 64 bits.</summary>
    public static long? Integer(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return null;
        var isNegative = bytes[0] > sbyte.MaxValue;
        while (bytes.Length > 8 && bytes[0] == (isNegative ? 0xFF : 0) && bytes[1] > sbyte.MaxValue == isNegative)
            bytes = bytes[1..];
        if (bytes.Length > 8)
            return null;
        var value = isNegative ? -1L : 0L;
        foreach (var octet in bytes)
            value = unchecked((value << 8) | octet);
        return value;
    }

    /// <summary>Agents leave out the zero byte in front of a number whose first bit is set, so such a number is not negative.</summary>
    private static ulong? Unsigned(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return null;
        bytes = bytes.TrimStart((byte)0);
        if (bytes.Length > 8)
            return null;
        var value = 0UL;
        foreach (var octet in bytes)
            value = (value << 8) | octet;
        return value;
    }

    /// <summary>Null where a number has more than 32 bits, there are too many, or the last one has no end.</summary>
    public static Oid? Oid(ReadOnlySpan<byte> bytes)
    {
        // Agents write 0.0 ("none") as nothing.
        if (bytes.IsEmpty)
            return new Oid(0, 0);
        Span<uint> numbers = stackalloc uint[Snmp.Oid.MostNumbers];
        var (count, number, isOpen) = (0, 0UL, false);
        foreach (var octet in bytes)
        {
            number = (number << 7) | (octet & (Continues - 1));
            if (number > uint.MaxValue || count == numbers.Length)
                return null;
            isOpen = (octet & Continues) != 0;
            if (isOpen)
                continue;
            if (count == 0)
            {
                // The first two numbers share a byte (X.690 §8.19.4).
                var first = Math.Min((uint)number / SecondNumbers, 2);
                numbers[count++] = first;
                number -= first * SecondNumbers;
            }

            numbers[count++] = (uint)number;
            number = 0;
        }

        return isOpen ? null : new Oid(numbers[..count]);
    }
}
