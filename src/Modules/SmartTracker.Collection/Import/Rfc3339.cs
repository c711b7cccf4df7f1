namespace SmartTracker.Collection.Import;

/// <summary>A moment as RFC 3339 writes it (<c>2026-10-01T08:00:00.5Z</c>, <c>2026-10-01T10:00:00+02:00</c>), with its offset and nothing around it.</summary>
internal static class Rfc3339
{
    private const int SecondsEnd = 19;

    /// <summary>What is finer than 100 ns is cut off.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length < SecondsEnd + 1 || text[4] != '-' || text[7] != '-' || text[10] is not ((byte)'T' or (byte)'t') || text[13] != ':' || text[16] != ':')
            return false;
        if (!Number(text[..4], out var year) || !Number(text[5..7], out var month) || !Number(text[8..10], out var day)
            || !Number(text[11..13], out var hour) || !Number(text[14..16], out var minute) || !Number(text[17..SecondsEnd], out var second))
            return false;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
            return false;
        if (!Fraction(text[SecondsEnd..], out var ticks, out var rest) || !Offset(rest, out var offset))
            return false;

        var local = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified).AddTicks(ticks);
        // At the very edges of the calendar the offset leads out of it.
        if (local.Ticks - offset.Ticks is < 0 or > 3_155_378_975_999_999_999)
            return false;
        time = new DateTimeOffset(local.Ticks - offset.Ticks, TimeSpan.Zero);
        return true;
    }

    private static bool Fraction(ReadOnlySpan<byte> text, out long ticks, out ReadOnlySpan<byte> rest)
    {
        ticks = 0;
        rest = text;
        if (text[0] != '.')
            return true;
        var digits = 0;
        var weight = TimeSpan.TicksPerSecond;
        for (rest = text[1..]; !rest.IsEmpty && rest[0] is >= (byte)'0' and <= (byte)'9'; rest = rest[1..])
        {
            weight /= 10;
            ticks += (rest[0] - '0') * weight;
            digits++;
        }

        return digits > 0;
    }

    private static bool Offset(ReadOnlySpan<byte> text, out TimeSpan offset)
    {
        offset = default;
        if (text is [(byte)'Z'] or [(byte)'z'])
            return true;
        if (text is not [(byte)'+' or (byte)'-', _, _, (byte)':', _, _] || !Number(text[1..3], out var hours) || !Number(text[4..6], out var minutes) || hours > 14 || minutes > 59)
            return false;
        offset = new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool Number(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return false;
            number = number * 10 + (digit - '0');
        }

        return true;
    }
}
