using System.Buffers.Binary;

namespace SmartTracker.Protocols.Snmp.Messages;

/// <summary>An agent's clock: DateAndTime of RFC 2579, to a tenth of a second.</summary>
/// <param name="Offset">From UTC; null where the agent left it out.</param>
public sealed record SnmpDateTime(DateTime Clock, TimeSpan? Offset)
{
    private const int WithoutZone = 8;
    private const int WithZone = 11;

    /// <summary>In UTC; without an offset the clock is taken for UTC. Null beyond what a calendar holds.</summary>
    public DateTimeOffset? Instant
    {
        get
        {
            var ticks = Clock.Ticks - (Offset?.Ticks ?? 0);
            return ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
        }
    }

    /// <summary>Null where the bytes are none: a date of zeros is what agents without a clock send.</summary>
    public static SnmpDateTime? Read(ReadOnlySpan<byte> bytes)
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
            return new SnmpDateTime(clock, null);
        if (bytes[8] is not ((byte)'+' or (byte)'-') || bytes[9] > 14 || bytes[10] > 59)
            return null;
        var offset = new TimeSpan(bytes[9], bytes[10], 0);
        return new SnmpDateTime(clock, bytes[8] == '-' ? -offset : offset);
    }
}
