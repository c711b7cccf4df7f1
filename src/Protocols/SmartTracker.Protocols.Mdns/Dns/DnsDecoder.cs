using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace SmartTracker.Protocols.Mdns.Dns;

/// <summary>Reads a message. Never throws: it is whole, or there is a defect that names the byte. Records of other types are passed over.</summary>
public sealed class DnsDecoder
{
    private const int HeaderBytes = 12;
    private const int LongestName = 255;
    private const byte Pointer = 0xC0;
    private const int Response = 0x8000;
    private const int ClassInternet = 1;

    /// <summary>In multicast DNS the class' first bit means "forget what you knew" or "answer to me alone" (RFC 6762 §10.2, §5.4).</summary>
    private const int ClassBits = 0x7FFF;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private readonly ReadOnlyMemory<byte> _message;
    private int _offset;

    private DnsDecoder(ReadOnlyMemory<byte> message) => _message = message;

    public static (DnsMessage? Message, string? Defect) Decode(ReadOnlyMemory<byte> bytes, MdnsLimits? limits = null)
    {
        limits ??= MdnsLimits.Default;
        if (bytes.Length > limits.MessageBytes)
            return (null, $"{bytes.Length} bytes, more than {limits.MessageBytes}");
        try
        {
            return (new DnsDecoder(bytes).Read(limits), null);
        }
        catch (DnsFormatException exception)
        {
            return (null, exception.Message);
        }
    }

    private DnsMessage Read(MdnsLimits limits)
    {
        if (_message.Length < HeaderBytes)
            throw Wrong("header: cut off");
        var (id, flags, questions, records) = (UInt16("id"), UInt16("flags"), UInt16("count"), UInt16("count") + UInt16("count") + UInt16("count"));
        if (questions > limits.Records || records > limits.Records)
            throw Wrong($"more than {limits.Records} records");
        var asked = new List<DnsQuestion>();
        for (var i = 0; i < questions; i++)
        {
            asked.Add(new DnsQuestion(Name("question"), (DnsType)UInt16("type")));
            UInt16("class");
        }

        var found = new List<DnsRecord>();
        for (var i = 0; i < records; i++)
        {
            if (Record() is { } record)
                found.Add(record);
        }

        return new DnsMessage((ushort)id, (flags & Response) != 0, asked, found);
    }

    private DnsRecord? Record()
    {
        var name = Name("record");
        var (type, family) = (UInt16("type"), UInt16("class") & ClassBits);
        var timeToLive = BinaryPrimitives.ReadUInt32BigEndian(Take(4, "time to live").Span);
        var length = UInt16("length");
        var end = _offset + length;
        if (end > _message.Length)
            throw Wrong($"record: {length} bytes announced, {_message.Length - _offset} left");
        var record = family == ClassInternet ? Data((DnsType)type, name, timeToLive, length, end) : null;
        // Whatever was read of it, the next record begins where this one says that it ends.
        _offset = end;
        return record;
    }

    private DnsRecord? Data(DnsType type, DnsName name, uint timeToLive, int length, int end)
    {
        switch (type)
        {
            case DnsType.Pointer:
                return new DnsPointer(name, timeToLive, Name("target"));
            case DnsType.Service:
                // Priority and weight come first.
                Take(4, "service");
                return new DnsService(name, timeToLive, UInt16("port"), Name("host"));
            case DnsType.Text:
                return new DnsText(name, timeToLive, Strings(end));
            case DnsType.Address when length == 4:
            case DnsType.Address6 when length == 16:
                return new DnsAddress(name, timeToLive, new IPAddress(Take(length, "address").Span));
            default:
                return null;
        }
    }

    private List<string> Strings(int end)
    {
        var strings = new List<string>();
        while (_offset < end)
        {
            var length = Take(1, "text").Span[0];
            if (_offset + length > end)
                throw Wrong($"text: {length} bytes announced, {end - _offset} left");
            if (length > 0)
                strings.Add(Text(Take(length, "text").Span));
        }

        return strings;
    }

    /// <summary>Labels, the last of which may point to where the rest stands (RFC 1035 §4.1.4). A pointer leads back only, so there is no circle.</summary>
    private DnsName Name(string what)
    {
        var labels = new List<string>();
        var (at, end, before, total) = (_offset, -1, _offset, 0);
        while (true)
        {
            if (at >= _message.Length)
                throw Wrong($"{what}: the name has no end");
            var length = _message.Span[at];
            if ((length & Pointer) == Pointer)
            {
                if (at + 1 >= _message.Length)
                    throw Wrong($"{what}: the name has no end");
                end = end < 0 ? at + 2 : end;
                at = ((length & ~Pointer) << 8) | _message.Span[at + 1];
                if (at >= before)
                    throw Wrong($"{what}: the name points forward");
                before = at;
                continue;
            }

            if (length > 63)
                throw Wrong($"{what}: no label begins with 0x{length:X2}");
            total += length + 1;
            if (total > LongestName || at + 1 + length > _message.Length)
                throw Wrong($"{what}: the name is too long");
            if (length == 0)
                break;
            labels.Add(Text(_message.Span.Slice(at + 1, length)));
            at += length + 1;
        }

        _offset = end < 0 ? at + 1 : end;
        return new DnsName(labels);
    }

    private int UInt16(string what) => BinaryPrimitives.ReadUInt16BigEndian(Take(2, what).Span);

    private ReadOnlyMemory<byte> Take(int count, string what)
    {
        if (count > _message.Length - _offset)
            throw Wrong($"{what}: {count} bytes expected, {_message.Length - _offset} left");
        var taken = _message.Slice(_offset, count);
        _offset += count;
        return taken;
    }

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private DnsFormatException Wrong(string detail) => new(_offset, detail);
}

/// <summary>Ends the reading of a message; never leaves the decoder.</summary>
internal sealed class DnsFormatException(int offset, string detail) : Exception($"byte {offset}, {detail}");
