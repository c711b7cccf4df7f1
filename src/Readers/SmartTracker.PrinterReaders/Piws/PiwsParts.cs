using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Piws.State;

namespace SmartTracker.PrinterReaders.Piws;

/// <summary>Printheads, and what is changed now and then.</summary>
internal static class PiwsParts
{
    public static IEnumerable<ObservedConsumable> Printheads(IReadOnlyList<PiwsPrinthead> heads) =>
        Places.Unique(heads, head => $"Printhead {head.SlotId}".TrimEnd(), _ => null).Select(head => new ObservedConsumable
        {
            Slot = head.Place,
            Kind = ConsumableKind.Printhead,
            Description = head.Thing.OrderNumber,
            Colorant = head.Thing.Colors.Count > 0 ? string.Join(", ", head.Thing.Colors) : null,
            Used = Units.Ink(head.Thing.InkConsumption),
            RawStatus = head.Thing.State ?? head.Thing.HealthGaugeStatus,
            PartNumber = head.Thing.PartNumber,
            SerialNumber = head.Thing.SerialNumber,
            InstalledOn = head.Thing.InstallDate is { } installed ? DateOnly.FromDateTime(installed.UtcDateTime) : null,
        });

    public static IEnumerable<ObservedConsumable> Maintenance(IReadOnlyList<PiwsMaintenancePart> parts) =>
        Places.Unique(parts, part => $"{part.Kind} {part.Id}".TrimEnd(), _ => null).Select(part => Maintenance(part.Place, part.Thing));

    private static ObservedConsumable Maintenance(string place, PiwsMaintenancePart part)
    {
        var percent = Percent(part.LevelPercentage) ?? (100 - Percent(part.UsedPercentage));
        return new ObservedConsumable
        {
            Slot = place,
            Kind = part.Kind switch
            {
                PiwsMaintenanceKind.WasteCollector or PiwsMaintenanceKind.CondensateCollector => ConsumableKind.WasteContainer,
                PiwsMaintenanceKind.LiquidTank => ConsumableKind.Other,
                _ => ConsumableKind.Maintenance,
            },
            Description = part.Description,
            Capacity = Units.Ink(part.Capacity),
            LevelPercent = percent,
            LevelKnown = percent switch { null => ConsumableLevel.Unknown, 0 => ConsumableLevel.Empty, _ => ConsumableLevel.Measured },
            RawStatus = part.State,
            PartNumber = part.PartNumber,
            SerialNumber = part.SerialNumber,
        };
    }

    private static decimal? Percent(decimal? told) => told is >= 0 and <= 100 ? told : null;
}
