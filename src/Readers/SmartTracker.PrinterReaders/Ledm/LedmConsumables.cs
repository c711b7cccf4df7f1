using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Ledm.Documents;

namespace SmartTracker.PrinterReaders.Ledm;

/// <summary>Consumables and how much went through them.</summary>
internal sealed class LedmConsumables(ProblemList problems)
{
    public IReadOnlyList<ObservedConsumable> Consumables(IReadOnlyList<LedmConsumable> told)
    {
        var slots = new HashSet<string>(StringComparer.Ordinal);
        return [.. told.Select(consumable => Consumable(consumable, slots))];
    }

    public IReadOnlyList<ObservedMeter> Meters(LedmUsage usage)
    {
        var meters = new List<ObservedMeter>();
        Add(meters, Count("impressions", usage.TotalImpressions));
        Add(meters, Count("impressions:monochrome", usage.MonochromeImpressions));
        Add(meters, Count("impressions:color", usage.ColorImpressions));
        Add(meters, Ink("ink", usage.MarkingAgentUsed));
        Add(meters, Ink("ink:hp", usage.HpMarkingAgentUsed));
        // A printhead counts what went through it, which is the same ink again.
        foreach (var consumable in usage.Consumables.Where(consumable => Is(consumable.Type, "ink") && consumable.MarkerColor is not null))
            Add(meters, Ink("ink:" + consumable.MarkerColor!.ToLowerInvariant(), consumable.Used));
        return meters;
    }

    private ObservedConsumable Consumable(LedmConsumable told, HashSet<string> slots)
    {
        var kind = Kind(told.Type);
        var name = $"{told.Type ?? "consumable"} {told.Station ?? told.LabelCode}".TrimEnd();
        var slot = name;
        for (var number = 2; !slots.Add(slot); number++)
            slot = FormattableString.Invariant($"{name} #{number}");

        var percent = Percent(told.PercentageLevelRemaining, slot);
        var capacity = Known(LedmMeasures.Ink(told.MaxCapacity), told.MaxCapacity, slot, "MaxCapacity");
        return new ObservedConsumable
        {
            Slot = slot,
            Kind = kind,
            Description = told.SelectibilityNumber ?? told.LabelCode,
            Colorant = told.LabelCode,
            Capacity = capacity,
            LevelPercent = percent,
            LevelKnown = percent switch { null => ConsumableLevel.Unknown, 0 => ConsumableLevel.Empty, _ => ConsumableLevel.Measured },
            RawStatus = told.State ?? told.MeasuredQuantityState,
            PartNumber = told.ProductNumber,
            SerialNumber = told.SerialNumber,
            InstalledOn = told.InstalledOn,
            ExpiresOn = told.ExpiresOn,
        };
    }

    private decimal? Percent(LedmQuantity? level, string slot)
    {
        if (level?.Value is >= 0 and <= 100)
            return level.Value;
        // What is below zero says that the device does not know.
        if (level is not null and not { Value: < 0 })
            problems.Add(slot, "ConsumablePercentageLevelRemaining", ObservationProblemCode.Unreadable, level.Raw);
        return null;
    }

    private Measure? Known(Measure? measure, LedmQuantity? told, string slot, string element)
    {
        if (measure is null && told is { Value: not null })
            problems.Add(slot, element, ObservationProblemCode.UnknownUnit, $"{told.Raw} {told.Unit}".TrimEnd());
        return measure;
    }

    private ObservedMeter? Count(string name, LedmQuantity? told)
    {
        if (told?.Value is { } value && value >= 0 && value <= long.MaxValue && value == decimal.Truncate(value))
            return new ObservedMeter(name, MeterKind.Impressions, (long)value, told.Raw, told.Unit ?? "impressions");
        if (told is not null)
            problems.Add(null, name, ObservationProblemCode.Unreadable, told.Raw);
        return null;
    }

    private ObservedMeter? Ink(string name, LedmQuantity? told) => Known(LedmMeasures.Ink(told), told, name, "ValueFloat") is { } ink
        ? new ObservedMeter(name, MeterKind.Ink, ink.Value, ink.Raw, ink.Unit)
        : null;

    private static void Add(List<ObservedMeter> meters, ObservedMeter? meter)
    {
        if (meter is not null && !meters.Exists(known => known.Name == meter.Name))
            meters.Add(meter);
    }

    private static ConsumableKind Kind(string? type) =>
        Is(type, "ink") || Is(type, "inkCartridge") ? ConsumableKind.Ink
        : Is(type, "toner") || Is(type, "tonerCartridge") ? ConsumableKind.Toner
        : Is(type, "printhead") ? ConsumableKind.Printhead
        : ConsumableKind.Other;

    private static bool Is(string? type, string word) => string.Equals(type, word, StringComparison.OrdinalIgnoreCase);
}
