using System.Globalization;
using SmartTracker.PrinterReaders.State;

namespace SmartTracker.PrinterReaders.Snmp;

/// <summary>prtInputTable (RFC 3805 §2.2.6): rolls and trays.</summary>
internal static class SnmpInputs
{
    private const uint Type = 2;
    private const uint DimensionUnit = 3;
    private const uint FeedDirection = 4;
    private const uint CrossFeedDirection = 5;
    private const uint CapacityUnit = 8;
    private const uint Capacity = 9;
    private const uint Level = 10;
    private const uint MediaName = 12;
    private const uint Name = 13;
    private const uint Description = 18;
    private const uint MediaType = 21;

    private const long ContinuousRoll = 6;
    private const long SomeLeft = -3;

    public static IReadOnlyList<ObservedMedia> Read(SnmpTable inputs)
    {
        var read = inputs.Rows.Select(row => (Row: row, Media: Read(row))).ToList();
        var twice = read.CountBy(one => one.Media.Slot).Where(count => count.Value > 1).Select(count => count.Key).ToHashSet();
        return [.. read.Select(one => twice.Contains(one.Media.Slot) ? one.Media with { Slot = string.Create(CultureInfo.InvariantCulture, $"{one.Media.Slot} #{one.Row.Number}") } : one.Media)];
    }

    private static ObservedMedia Read(SnmpRow row)
    {
        var (level, unit, dimension) = (row.Integer(Level), row.Integer(CapacityUnit), row.Integer(DimensionUnit));
        bool? isRoll = row.Integer(Type) switch { ContinuousRoll => true, 3 or 4 or 5 or 7 => false, _ => null };
        return new ObservedMedia
        {
            Slot = row.Text(Name) ?? row.Text(Description) ?? "input",
            IsLoaded = level switch { 0 => false, > 0 or SomeLeft => true, _ => null },
            IsRoll = isRoll,
            MediaName = row.Text(MediaName) ?? row.Text(MediaType),
            Width = Positive(SnmpUnits.Length(row.Integer(CrossFeedDirection), dimension)),
            // Of a sheet its length; of a roll what is left, where that is counted in a length.
            RemainingLength = isRoll == true ? SnmpUnits.Length(level, unit) : Positive(SnmpUnits.Length(row.Integer(FeedDirection), dimension)),
            FullLength = isRoll == true ? Positive(SnmpUnits.Length(row.Integer(Capacity), unit)) : null,
            RemainingSheets = unit == SnmpUnits.Sheets && level is >= 0 and <= int.MaxValue ? (int)level : null,
            RawLevel = level is null ? null : string.Create(CultureInfo.InvariantCulture, $"{level}/{row.Integer(Capacity)} {SnmpUnits.NameOf(unit)}"),
        };
    }

    private static Measure? Positive(Measure? measure) => measure is { Value: > 0 } ? measure : null;
}
