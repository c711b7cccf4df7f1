using System.Buffers;
using System.Globalization;
using NodaTime;
using SmartTracker.Protocols.Ews.Tables;
using SmartTracker.Protocols.Ews.Words;

namespace SmartTracker.Collection.Profiles;

/// <summary>Reads cells in the profile's formats. Answers what is wrong, or null.</summary>
internal sealed class CellReading
{
    private static readonly SearchValues<char> Figures = SearchValues.Create(" 0123456789.,'’+-\u00A0\u202F");

    /// <summary>Seconds since 1970.</summary>
    public const string UnixSeconds = "unix";

    private const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ProfileDefinition _profile;
    private readonly DateTimeZone _zone;
    private readonly DateTimeOffset _latest;

    public CellReading(ProfileDefinition profile, DateTimeZone tenantZone, DateTimeOffset now)
    {
        _profile = profile;
        _zone = (profile.TimeZone is { } zone ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) : null) ?? tenantZone;
        _latest = now.AddDays(1);
    }

    /// <summary>Empty, a dash, or a word for "not measured".</summary>
    public static bool IsEmpty(TableCell cell) => cell.Text is "" or "-" or "–" or "—" || EwsWords.IsNotMeasured(cell.Text);

    public CellFaultKind? Count(TableCell cell, long most, out long? value)
    {
        value = null;
        if (Number(cell.Text, cell.Number) is not { } number)
            return CellFaultKind.NotANumber;
        if (number != decimal.Truncate(number))
            return CellFaultKind.NotWhole;
        if (number < 0)
            return CellFaultKind.Negative;
        if (number > most)
            return CellFaultKind.TooLarge;
        value = (long)number;
        return null;
    }

    public CellFaultKind? Amount(TableCell cell, ProfileColumn column, long most, out long? value)
    {
        value = null;
        var (digits, spelling) = column.Unit == ProfileUnits.InCell ? Split(cell.Text) : (cell.Text, null);
        if (Number(digits, cell.Number) is not { } number)
            return CellFaultKind.NotANumber;
        var factor = column.Unit == ProfileUnits.InCell ? ProfileUnits.FactorOf(column.Field, spelling ?? "") : ProfileUnits.Factor(column.Field, column.Unit ?? "");
        if (factor is not { } times)
            return CellFaultKind.UnknownUnit;
        if (number < 0)
            return CellFaultKind.Negative;
        if (number > most / times)
            return CellFaultKind.TooLarge;
        value = (long)Math.Round(number * times, 0, MidpointRounding.AwayFromZero);
        return null;
    }

    /// <param name="cells">One, or a date and a time of day.</param>
    public CellFaultKind? Moment(IReadOnlyList<TableCell> cells, out DateTimeOffset? value)
    {
        value = cells.All(cell => cell.Time is not null) ? Joined(cells) : Parse(string.Join(' ', cells.Select(cell => cell.Text)));
        if (value is null)
            return CellFaultKind.NotADate;
        return value < Earliest || value > _latest ? CellFaultKind.ImpossibleDate : null;
    }

    private DateTimeOffset Joined(IReadOnlyList<TableCell> cells) =>
        InZone(cells.Count == 1 ? cells[0].Time!.Value : cells[0].Time!.Value.Date + cells[1].Time!.Value.TimeOfDay);

    private DateTimeOffset? Parse(string text)
    {
        if (_profile.DateFormat == UnixSeconds)
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
        if (_profile.DateFormat.AsSpan().ContainsAny('K', 'z'))
            return DateTimeOffset.TryParseExact(text, _profile.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment.ToUniversalTime() : null;
        return DateTime.TryParseExact(text, _profile.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? InZone(local) : null;
    }

    // An hour that the clocks skip or repeat is read leniently: the first of two.
    private DateTimeOffset InZone(DateTime local) => LocalDateTime.FromDateTime(local).InZoneLeniently(_zone).ToDateTimeOffset().ToUniversalTime();

    private decimal? Number(string text, decimal? exact)
    {
        if (exact is not null)
            return exact;
        var (mark, group) = _profile.DecimalMark == DecimalMark.Comma ? (',', '.') : ('.', ',');
        var parts = text.Trim().Split(mark);
        if (parts.Length > 2 || Whole(parts[0], group) is not { } whole)
            return null;
        var plain = parts.Length == 2 ? $"{whole}.{parts[1]}" : whole;
        return decimal.TryParse(plain, Plain, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Without marks of thousands; null where one does not stand before three digits.</summary>
    private static string? Whole(string text, char group)
    {
        var groups = text.Split(group, '\'', '’', ' ', '\u00A0', '\u202F');
        return groups.Length == 1 || (groups[0].Length > 0 && groups.Skip(1).All(part => part.Length == 3)) ? string.Concat(groups) : null;
    }

    private static (string Digits, string? Unit) Split(string text)
    {
        var end = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        // "12 m2": the 2 belongs to the unit.
        var letter = text.AsSpan().IndexOfAnyExcept(Figures);
        if (letter >= 0 && letter < end)
            end = letter;
        return (text[..end].Trim(), text[end..].Trim());
    }
}
