using System.Globalization;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Snmp;

namespace SmartTracker.PrinterReaders.Snmp;

/// <summary>prtMarkerSuppliesTable (RFC 3805 §2.2.10). A supply is told by its colorant and description: the order of the rows is another one on each model.</summary>
internal sealed class SnmpSupplies(SnmpTable supplies, SnmpTable colorants, ProblemList problems)
{
    private const uint ColorantIndex = 3;
    private const uint Class = 4;
    private const uint Type = 5;
    private const uint Description = 6;
    private const uint Unit = 7;
    private const uint Capacity = 8;
    private const uint Level = 9;
    private const uint ColorantValue = 4;

    private const long ReceptacleThatIsFilled = 4;
    private const long SomeLeft = -3;

    public IReadOnlyList<ObservedConsumable> Read()
    {
        var read = supplies.Rows.Select(row => (Row: row, Supply: Read(row))).ToList();
        var twice = read.CountBy(one => one.Supply.Slot).Where(count => count.Value > 1).Select(count => count.Key).ToHashSet();
        return [.. read.Select(one => twice.Contains(one.Supply.Slot) ? one.Supply with { Slot = string.Create(CultureInfo.InvariantCulture, $"{one.Supply.Slot} #{one.Row.Number}") } : one.Supply)];
    }

    private ObservedConsumable Read(SnmpRow row)
    {
        var (level, capacity, unit) = (row.Integer(Level), row.Integer(Capacity), row.Integer(Unit));
        var kind = KindOf(row);
        var colorant = ColorantOf(row);
        return new ObservedConsumable
        {
            Slot = SlotOf(row, kind, colorant),
            Kind = kind,
            Description = row.Text(Description),
            Colorant = colorant,
            Capacity = SnmpUnits.Ink(capacity > 0 ? capacity : null, unit),
            Level = SnmpUnits.Ink(level, unit),
            LevelPercent = PercentOf(row, level, capacity, unit),
            LevelKnown = level switch
            {
                SomeLeft => ConsumableLevel.SomeLeft,
                // Of a container that is filled, nothing left means that it is full.
                0 when row.Integer(Class) != ReceptacleThatIsFilled => ConsumableLevel.Empty,
                >= 0 => ConsumableLevel.Measured,
                // −1 other, −2 unknown.
                _ => ConsumableLevel.Unknown,
            },
            StepPercent = level < 0 || level is null ? null : unit == SnmpUnits.Percent ? 1 : capacity > 0 ? Rounded(100m / capacity.Value) : null,
            RawLevel = level is null ? null : string.Create(CultureInfo.InvariantCulture, $"{level}/{capacity} {SnmpUnits.NameOf(unit)}"),
        };
    }

    /// <summary>Null where the colorant table does not say, or says that it does not know.</summary>
    private string? ColorantOf(SnmpRow row) =>
        row.Integer(ColorantIndex) is > 0 and <= uint.MaxValue and var at && row.Index.Length == 2
        && colorants.Find(new Oid(row.Index[0], (uint)at))?.Text(ColorantValue) is { } colorant && colorant is not ("other" or "unknown")
            ? colorant
            : null;

    /// <summary>The colorant outlives a cartridge, whose description may hold its own part or serial number.</summary>
    private static string SlotOf(SnmpRow row, ConsumableKind kind, string? colorant) => (kind, colorant) switch
    {
        (ConsumableKind.Ink or ConsumableKind.Toner, not null) => colorant,
        (_, not null) => $"{colorant} {kind.ToString().ToLowerInvariant()}",
        _ => row.Text(Description) ?? kind.ToString().ToLowerInvariant(),
    };

    private decimal? PercentOf(SnmpRow row, long? level, long? capacity, long? unit)
    {
        if (level is not >= 0)
            return null;
        var whole = capacity > 0 ? capacity.Value : unit == SnmpUnits.Percent ? 100 : 0;
        if (whole == 0)
            return null;
        if (level <= whole)
            return Rounded(100m * level.Value / whole);
        problems.Add(null, "prtMarkerSuppliesLevel", ObservationProblemCode.Contradiction, $"{row.Text(Description)}: {level}/{capacity}");
        return null;
    }

    private static decimal Rounded(decimal percent) => Math.Round(percent, 2, MidpointRounding.AwayFromZero);

    /// <summary>PrtMarkerSuppliesTypeTC. It knows no printhead; those come as other, with a description.</summary>
    private static ConsumableKind KindOf(SnmpRow row) => row.Integer(Type) switch
    {
        3 or 21 => ConsumableKind.Toner,
        5 or 6 or 12 => ConsumableKind.Ink,
        4 or 8 or 14 or 24 or 26 => ConsumableKind.WasteContainer,
        9 or 10 or 11 or 15 or 16 or 17 or 18 or 19 or 20 or 22 => ConsumableKind.Maintenance,
        25 or 27 or 28 => ConsumableKind.Binder,
        29 or 32 => ConsumableKind.Staples,
        _ when IsPrinthead(row.Text(Description)) => ConsumableKind.Printhead,
        _ when row.Integer(Class) == ReceptacleThatIsFilled => ConsumableKind.WasteContainer,
        _ => ConsumableKind.Other,
    };

    private static bool IsPrinthead(string? description) =>
        description is not null && (description.Contains("printhead", StringComparison.OrdinalIgnoreCase) || description.Contains("print head", StringComparison.OrdinalIgnoreCase));
}
