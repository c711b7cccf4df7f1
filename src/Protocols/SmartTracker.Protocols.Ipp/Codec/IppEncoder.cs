using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.Protocols.Ipp.Codec;

/// <summary>Writes a message of RFC 8010.</summary>
public static class IppEncoder
{
    /// <exception cref="ArgumentException">A name is empty, a value or name longer than 32767 bytes, or a value does not fit its tag.</exception>
    public static byte[] Encode(IppMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var output = new ArrayBufferWriter<byte>();
        output.Write<byte>([message.Version.Major, message.Version.Minor]);
        Int16(output, message.Code);
        Int32(output, message.RequestId);
        foreach (var group in message.Groups)
        {
            if (group.Tag is 0 or IppTag.EndOfAttributes or > IppTag.LastDelimiter)
                throw new ArgumentException($"0x{group.Tag:X2} begins no group.", nameof(message));
            output.Write<byte>([group.Tag]);
            foreach (var attribute in group.Attributes)
                Attribute(output, attribute);
        }

        output.Write<byte>([IppTag.EndOfAttributes]);
        return output.WrittenSpan.ToArray();
    }

    private static void Attribute(ArrayBufferWriter<byte> output, IppAttribute attribute)
    {
        if (attribute.Name.Length == 0 || attribute.Values.Count == 0)
            throw new ArgumentException("An attribute needs a name and a value.", nameof(attribute));
        var name = attribute.Name;
        foreach (var value in attribute.Values)
        {
            // Further values have no name.
            Value(output, name, value);
            name = "";
        }
    }

    private static void Value(ArrayBufferWriter<byte> output, string name, IppValue value)
    {
        output.Write<byte>([value.Tag]);
        Sized(output, Encoding.UTF8.GetBytes(name));
        Sized(output, Octets(value));
        if (value is not IppCollection collection)
            return;

        foreach (var member in collection.Members)
        {
            if (member.Name.Length == 0 || member.Values.Count == 0)
                throw new ArgumentException("A member needs a name and a value.", nameof(value));
            Value(output, "", new IppText(member.Name, IppTag.MemberName));
            foreach (var of in member.Values)
                Value(output, "", of);
        }

        output.Write<byte>([IppTag.EndCollection, 0, 0, 0, 0]);
    }

    private static byte[] Octets(IppValue value) => value switch
    {
        IppOutOfBand or IppCollection => [],
        IppInteger integer => Integers(integer.Value),
        IppBoolean truth => truth.Value ? [1] : [0],
        IppText text => Encoding.UTF8.GetBytes(text.Text),
        IppLocalizedText text => Localized(text),
        IppDateTime time => DateAndTime(time),
        IppResolution resolution => [.. Integers(resolution.CrossFeed, resolution.Feed), resolution.Unit],
        IppRange range => Integers(range.Lower, range.Upper),
        IppOctets octets => octets.Octets.ToArray(),
        _ => throw new ArgumentException($"{value.GetType().Name} is no value of IPP.", nameof(value)),
    };

    private static byte[] Localized(IppLocalizedText text)
    {
        var inner = new ArrayBufferWriter<byte>();
        Sized(inner, Encoding.UTF8.GetBytes(text.Language));
        Sized(inner, Encoding.UTF8.GetBytes(text.Text));
        return inner.WrittenSpan.ToArray();
    }

    private static byte[] DateAndTime(IppDateTime time)
    {
        var clock = time.Clock;
        byte[] local =
        [
            (byte)(clock.Year >> 8), (byte)(clock.Year & 0xFF), (byte)clock.Month, (byte)clock.Day,
            (byte)clock.Hour, (byte)clock.Minute, (byte)clock.Second, (byte)(clock.Millisecond / 100),
        ];
        return time.Offset is { } offset
            ? [.. local, (byte)(offset < TimeSpan.Zero ? '-' : '+'), (byte)Math.Abs(offset.Hours), (byte)Math.Abs(offset.Minutes)]
            : local;
    }

    private static byte[] Integers(params ReadOnlySpan<int> values)
    {
        var bytes = new byte[4 * values.Length];
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 * i), values[i]);
        return bytes;
    }

    private static void Sized(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > short.MaxValue)
            throw new ArgumentException($"A name or value has {bytes.Length} bytes, more than {short.MaxValue}.");
        Int16(output, bytes.Length);
        output.Write(bytes);
    }

    private static void Int16(ArrayBufferWriter<byte> output, int value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(output.GetSpan(2), checked((ushort)value));
        output.Advance(2);
    }

    private static void Int32(ArrayBufferWriter<byte> output, int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(output.GetSpan(4), value);
        output.Advance(4);
    }
}
