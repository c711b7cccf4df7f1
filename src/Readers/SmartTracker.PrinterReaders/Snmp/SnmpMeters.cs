using System.Globalization;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Snmp.Messages;

namespace SmartTracker.PrinterReaders.Snmp;

/// <summary>Counters of the device's life: prtMarkerLifeCount in the unit that prtMarkerCounterUnit names (a plotter may count feet), and HP's private ones for ink.</summary>
internal static class SnmpMeters
{
    private const uint CounterUnit = 3;
    private const uint LifeCount = 4;
    private const decimal SecondsPerHour = 3600m;

    public static IReadOnlyList<ObservedMeter> OfMarkers(SnmpTable markers, ProblemList problems)
    {
        var meters = new List<ObservedMeter>();
        foreach (var row in markers.Rows)
        {
            if (row.Value(LifeCount) is not SnmpInteger { Value: >= 0 } count)
                continue;
            var unit = row.Integer(CounterUnit);
            var (kind, factor) = KindOf(unit);
            if (kind == MeterKind.Other)
                problems.Add(null, "prtMarkerCounterUnit", ObservationProblemCode.UnknownUnit, SnmpUnits.NameOf(unit));
            var name = kind == MeterKind.Other ? "marker" : kind.ToString().ToLowerInvariant();
            if (meters.Any(meter => meter.Name == name))
                name = string.Create(CultureInfo.InvariantCulture, $"{name}:{row.Number}");
            meters.Add(new ObservedMeter(name, kind, Scaled(count.Value, factor), count.ToString(), SnmpUnits.NameOf(unit))
            {
                Maximum = count.Tag == SnmpTag.Counter32 ? Scaled(uint.MaxValue, factor) : null,
            });
        }

        return meters;
    }

    /// <summary>Which channel a number stands for, and in which unit it counts, the device does not say: the number stays the name, the count a count.</summary>
    public static IEnumerable<ObservedMeter> OfHpInk(IEnumerable<SnmpVarbind> varbinds) =>
        from varbind in varbinds
        let rest = varbind.Name.After(SnmpNames.HpInkUsed.Length).ToArray()
        where rest is [_, 1, 0] && varbind.Name.StartsWith(SnmpNames.HpInkUsed)
        let count = varbind.Value as SnmpInteger
        where count?.Value >= 0
        select new ObservedMeter(string.Create(CultureInfo.InvariantCulture, $"ink:{rest[0]}"), MeterKind.Other, count.Value, count.ToString(), "");

    private static (MeterKind Kind, decimal Factor) KindOf(long? unit) => unit switch
    {
        SnmpUnits.Impressions => (MeterKind.Impressions, 1),
        SnmpUnits.Sheets => (MeterKind.MediaSheets, 1),
        SnmpUnits.Hours => (MeterKind.PowerOnTime, SecondsPerHour),
        _ when SnmpUnits.MicrometresPer(unit) is { } factor => (MeterKind.MediaLength, factor),
        _ => (MeterKind.Other, 1),
    };

    private static long Scaled(long count, decimal factor) => (long)Math.Round(count * factor, 0, MidpointRounding.AwayFromZero);
}
