using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Piws.State;

namespace SmartTracker.PrinterReaders.Piws;

/// <summary>The ink in its slots, what went through them, and what the device has to say about them.</summary>
internal sealed class PiwsInk
{
    private readonly List<(string Place, PiwsInkSlot Slot)> _slots;

    // A reservoir lies between a supply and a printhead: nobody buys it and nobody empties it.
    public PiwsInk(IReadOnlyList<PiwsInkSlot> slots)
    {
        var supplies = slots.Where(slot => slot.SupplyType != "Reservoir").ToList();
        _slots = [.. Places.Unique(supplies, slot => slot.Color ?? "ink", slot => slot.SlotId)];
    }

    public IEnumerable<ObservedConsumable> Consumables => _slots.Select(slot => Consumable(slot.Place, slot.Slot));

    /// <summary>Counters only in a unit that the device names.</summary>
    public IEnumerable<ObservedMeter> Meters => _slots
        .Where(slot => slot.Slot.InkUsed?.Unit is not null)
        .Select(slot => (slot.Place, Used: Units.Ink(slot.Slot.InkUsed)))
        .Where(slot => slot.Used is not null)
        .Select(slot => new ObservedMeter("ink:" + slot.Place, MeterKind.Ink, slot.Used!.Value, slot.Used.Raw, slot.Used.Unit));

    /// <summary>For a printer that does not list its alerts.</summary>
    public IReadOnlyList<ObservedAlert> Alerts =>
    [
        .. _slots.Select(slot => (slot.Place, slot.Slot.UserReportedStatus, Severity: PiwsConditions.Severity(slot.Slot.UserReportedSeverity)))
            .Where(slot => slot is { UserReportedStatus: not null, Severity: AlertSeverity.Warning or AlertSeverity.Critical })
            .Select(slot => new ObservedAlert($"InkSystem/{slot.Place}/{slot.UserReportedStatus}", slot.Severity, $"{slot.Place}: {slot.UserReportedStatus}")),
    ];

    private static ObservedConsumable Consumable(string place, PiwsInkSlot slot)
    {
        var isThere = slot.IsPresent != false;
        var percent = isThere && slot.LevelPercentage is >= 0 and <= 100 ? slot.LevelPercentage : null;
        var level = isThere ? Units.Ink(slot.Level) : null;
        return new ObservedConsumable
        {
            Slot = place,
            Kind = ConsumableKind.Ink,
            Description = slot.OrderNumber,
            Colorant = slot.Color,
            Capacity = isThere ? Units.Ink(slot.Capacity) : null,
            Level = level,
            LevelPercent = percent,
            LevelKnown = (percent, level?.Value) switch
            {
                (null, null) => ConsumableLevel.Unknown,
                (0, _) or (null, 0) => ConsumableLevel.Empty,
                _ => ConsumableLevel.Measured,
            },
            Used = Units.Ink(slot.InkUsed),
            RawStatus = isThere ? Words([slot.State, .. slot.StatusFlags]) : "isPresent=false",
            PartNumber = slot.PartNumber,
            SerialNumber = slot.SerialNumber,
            InstalledOn = Day(slot.InstallDate),
            ExpiresOn = Day(slot.ExpirationDate),
        };
    }

    private static string? Words(IEnumerable<string?> words) => string.Join('/', words.OfType<string>()) is { Length: > 0 } all ? all : null;

    private static DateOnly? Day(DateTimeOffset? moment) => moment is { } known ? DateOnly.FromDateTime(known.UtcDateTime) : null;
}
