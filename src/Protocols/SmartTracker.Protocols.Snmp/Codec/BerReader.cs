using System.Formats.Asn1;

namespace SmartTracker.Protocols.Snmp.Codec;

/// <summary>Walks over the tags of a message and never past their end. Lengths are definite (RFC 3417 §8) and tags have one byte, or reading ends.</summary>
internal sealed class BerReader(ReadOnlyMemory<byte> message, int start, int end)
{
    private const byte Indefinite = 0x80;
    private const byte HighTag = 0x1F;

    public BerReader(ReadOnlyMemory<byte> message) : this(message, 0, message.Length)
    {
    }

    /// <summary>Of the whole message.</summary>
    public int Offset { get; private set; } = start;

    public bool IsAtEnd => Offset >= end;

    public byte PeekTag(string what) => IsAtEnd ? throw Wrong($"{what}: nothing is left") : message.Span[Offset];

    /// <summary>The contents of what comes next.</summary>
    /// <param name="tag">That it must have.</param>
    public ReadOnlyMemory<byte> Take(byte tag, string what)
    {
        var contents = Next(tag, what, out var next);
        Offset = next;
        return contents;
    }

    /// <summary>Goes into what comes next; this reader goes on behind it.</summary>
    public BerReader Enter(byte tag, string what)
    {
        var contents = Next(tag, what, out var next);
        var first = next - contents.Length;
        Offset = next;
        return new BerReader(message, first, next);
    }

    /// <summary>What lies between an earlier offset and this one.</summary>
    public ReadOnlyMemory<byte> Since(int offset) => message[offset..Offset];

    public int Int32(string what)
    {
        var at = Offset;
        return ValueReader.Integer(Take(Messages.SnmpTag.Integer, what).Span) is { } value and >= int.MinValue and <= int.MaxValue
            ? (int)value
            : throw new SnmpFormatException(at, $"{what}: no integer of 32 bits");
    }

    private ReadOnlyMemory<byte> Next(byte tag, string what, out int next)
    {
        var found = PeekTag(what);
        if (found != tag)
            throw Wrong($"{what}: tag 0x{found:X2} instead of 0x{tag:X2}");
        var rest = message.Span[Offset..end];
        if ((found & HighTag) == HighTag || (rest.Length > 1 && rest[1] == Indefinite))
            throw Wrong($"{what}: a tag of several bytes or a length that is left open");
        try
        {
            AsnDecoder.ReadEncodedValue(rest, AsnEncodingRules.BER, out var at, out var length, out var consumed);
            next = Offset + consumed;
            return message.Slice(Offset + at, length);
        }
        catch (AsnContentException)
        {
            throw Wrong($"{what}: more bytes announced than there are");
        }
    }

    private SnmpFormatException Wrong(string detail) => new(Offset, detail);
}
