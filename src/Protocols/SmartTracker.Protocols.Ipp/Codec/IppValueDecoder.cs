using System.Buffers.Binary;
using System.Text;
using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.Protocols.Ipp.Codec;

/// <summary>From the bytes of one value to the value. Bytes that do not fit their tag become <see cref="IppOctets"/>.</summary>
internal static class IppValueDecoder
{
    private const int WithoutZone = 8;
    private const int WithZone = 11;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <param name="wrong">Told what is wrong, where something is.</param>
    public static IppValue Decode(byte tag, ReadOnlyMemory<byte> octets, Action<string> wrong)
    {
        var bytes = octets.Span;
        switch (tag)
        {
            case <= IppTag.LastOutOfBand:
                return new IppOutOfBand(tag);
            case IppTag.Integer or IppTag.Enum when Integer(bytes, wrong) is { } value:
                return new IppInteger(value, tag);
            case IppTag.Boolean when Integer(bytes, wrong, usual: 1) is { } value:
                return new IppBoolean(value != 0);
            case IppTag.DateTime when DateTimeOf(bytes, wrong) is { } value:
                return value;
            case IppTag.Resolution when bytes.Length == 9:
                return new IppResolution(Int32(bytes), Int32(bytes[4..]), bytes[8]);
            case IppTag.RangeOfInteger when bytes.Length == 8:
                return new IppRange(Int32(bytes), Int32(bytes[4..]));
            case IppTag.TextWithLanguage or IppTag.NameWithLanguage when TryLocalized(tag, octets) is { } value:
                return value;
            case var text when IppTag.IsText(text):
                return new IppText(Text(bytes), tag);
            case IppTag.OctetString:
                return new IppOctets(octets.ToArray());
            case IppTag.Integer or IppTag.Enum or IppTag.Boolean or IppTag.DateTime or IppTag.Resolution or IppTag.RangeOfInteger
                or IppTag.TextWithLanguage or IppTag.NameWithLanguage:
                wrong($"{bytes.Length} bytes do not fit tag 0x{tag:X2}");
                break;
        }

        return new IppOctets(octets.ToArray(), tag);
    }

    /// <summary>UTF-8, which RFC 8011 demands, or what is left when it is not: one letter for each byte.</summary>
    public static string Text(ReadOnlySpan<byte> bytes)
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

    /// <summary>Language and text, each with its length before it, and nothing left over.</summary>
    private static IppLocalizedText? TryLocalized(byte tag, ReadOnlyMemory<byte> octets)
    {
        if (TryPart(octets.Span, out var language, out var rest) && TryPart(rest, out var text, out var nothing) && nothing.IsEmpty)
            return new IppLocalizedText(Text(language), Text(text), tag);
        return null;
    }

    private static bool TryPart(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> part, out ReadOnlySpan<byte> rest)
    {
        part = rest = default;
        if (bytes.Length < 2 || BinaryPrimitives.ReadInt16BigEndian(bytes) is var length && (length < 0 || length > bytes.Length - 2))
            return false;
        part = bytes.Slice(2, length);
        rest = bytes[(2 + length)..];
        return true;
    }

    // Some devices write small numbers in one or two bytes, and truth in four. Whether such a number may be negative is open, so those are not read.
    private static int? Integer(ReadOnlySpan<byte> bytes, Action<string> wrong, int usual = 4)
    {
        if (bytes.Length == usual)
            return usual == 1 ? bytes[0] : Int32(bytes);
        if (bytes.Length is not (1 or 2 or 4) || bytes[0] > sbyte.MaxValue)
            return null;
        wrong($"{bytes.Length} bytes where {usual} are usual");
        return bytes.Length switch { 1 => bytes[0], 2 => BinaryPrimitives.ReadInt16BigEndian(bytes), _ => Int32(bytes) };
    }

    private static int Int32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32BigEndian(bytes);

    /// <summary>RFC 2579: year, month, day, hour, minute, second, tenth, then direction, hours and minutes from UTC.</summary>
    private static IppDateTime? DateTimeOf(ReadOnlySpan<byte> bytes, Action<string> wrong)
    {
        if (bytes.Length is not (WithoutZone or WithZone))
            return null;
        var year = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        var (month, day, hour, minute, second, tenth) = (bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7]);
        if (year is 0 or > 9998 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 60 || tenth > 9)
            return null;
        // 60 is a leap second: the next minute begins.
        var clock = new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Unspecified).AddSeconds(second).AddMilliseconds(tenth * 100);
        if (bytes.Length == WithoutZone)
        {
            wrong("no time zone");
            return new IppDateTime(clock, null);
        }

        if (bytes[8] is not ((byte)'+' or (byte)'-') || bytes[9] > 14 || bytes[10] > 59)
            return null;
        var offset = new TimeSpan(bytes[9], bytes[10], 0);
        return new IppDateTime(clock, bytes[8] == '-' ? -offset : offset);
    }
}
