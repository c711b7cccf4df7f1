using System.Globalization;
using NodaTime;
using SmartTracker.Collection.Import;

namespace SmartTracker.Collection.Profiles;

/// <summary>Something that keeps a profile from reading files.</summary>
/// <param name="Text">A column, field or word, as the code needs it.</param>
public sealed record ProfileFault(ProfileFaultKind Kind, string Text = "");

public enum ProfileFaultKind
{
    /// <summary>No column says when a job was printed.</summary>
    NoTime,
    NoDateFormat,
    DateFormat,
    TimeZone,
    FieldTwice,
    NoChannel,
    ChannelTwice,
    Unit,
    Word,
    TooManyColumns,
}

/// <summary>Whether a profile can read files. The same for what a person maps and what a recipe brings.</summary>
public static class ProfileCheck
{
    private const int LongestFormat = 40;
    private const int LongestChannel = 20;

    public static IReadOnlyList<ProfileFault> Check(ProfileDefinition profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return [.. Faults(profile)];
    }

    public static bool IsDateFormat(string format)
    {
        ArgumentNullException.ThrowIfNull(format);
        if (format == CellReading.UnixSeconds)
            return true;
        if (format.Length is 0 or > LongestFormat)
            return false;
        try
        {
            // A format that a known day survives; not today, which fills in where the format has no date.
            var day = new DateTime(2031, 11, 23, 15, 4, 5, DateTimeKind.Utc);
            return DateTime.TryParseExact(day.ToString(format, CultureInfo.InvariantCulture), format, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var read)
                && (read.Year, read.Month, read.Day) == (day.Year, day.Month, day.Day);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static IEnumerable<ProfileFault> Faults(ProfileDefinition profile)
    {
        var used = profile.Columns.Where(column => column.Field is not null).ToList();
        if (profile.Columns.Count > ProfileDefinition.MostColumns)
            yield return new(ProfileFaultKind.TooManyColumns);
        if (!used.Exists(column => ProfileFields.IsTime(column.Field)))
            yield return new(ProfileFaultKind.NoTime);
        else if (profile.DateFormat.Length == 0)
            yield return new(ProfileFaultKind.NoDateFormat);
        else if (!IsDateFormat(profile.DateFormat))
            yield return new(ProfileFaultKind.DateFormat, profile.DateFormat);
        if (profile.TimeZone is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
            yield return new(ProfileFaultKind.TimeZone, zone);

        // A date and a time of day may stand in two columns.
        foreach (var same in used.Where(column => column.Field != ImportField.InkNl).GroupBy(column => column.Field).Where(same => same.Count() > (ProfileFields.IsTime(same.Key) ? 2 : 1)))
            yield return new(ProfileFaultKind.FieldTwice, same.Key!.Value.ToString());
        foreach (var column in used)
        {
            if (ProfileFields.Units(column.Field) is { Count: > 0 } units && !units.Contains(column.Unit))
                yield return new(ProfileFaultKind.Unit, column.Name);
            if (column.Field == ImportField.InkNl && column.Channel is not { Length: > 0 and <= LongestChannel })
                yield return new(ProfileFaultKind.NoChannel, column.Name);
        }

        foreach (var same in used.Where(column => column.Field == ImportField.InkNl && column.Channel is { Length: > 0 }).GroupBy(column => column.Channel!.ToUpperInvariant()).Where(same => same.Count() > 1))
            yield return new(ProfileFaultKind.ChannelTwice, same.Key);
        foreach (var word in profile.Words.Where(word => !ProfileFields.Words(word.Field).Contains(word.Means)))
            yield return new(ProfileFaultKind.Word, word.Word);
    }
}
