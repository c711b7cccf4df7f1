using SmartTracker.Protocols.Piws.Jobs;

namespace SmartTracker.Protocols.Piws.State;

/// <summary>Printheads and what <c>PrinterMaintenance</c> lists: collectors, tanks, cartridges and kits.</summary>
internal static class PiwsMaintenanceParts
{
    public static IReadOnlyList<string> Collections { get; } =
        ["CondensateCollectors", "LiquidTanks", "MaintenanceCartridges", "WasteCollectors", "PreventiveMaintenanceKits"];

    public static IReadOnlyList<PiwsPrinthead> Printheads(PiwsValueReader status)
    {
        var slots = status.Has("PrintheadSlotCollection") ? status.Below("PrintheadSlotCollection") : status;
        return slots.Each("PrintheadSlot", Printhead);
    }

    public static IReadOnlyList<PiwsMaintenancePart> Parts(PiwsValueReader maintenance) =>
    [
        .. maintenance.Below("CondensateCollectors").Each("CondensateCollector", part => Part(part, PiwsMaintenanceKind.CondensateCollector) with
        {
            UsedPercentage = part.Number("UsagePercentage"),
            Capacity = part.Quantity("TotalCapacity"),
        }),
        .. maintenance.Below("LiquidTanks").Each("LiquidTank", part => Part(part, PiwsMaintenanceKind.LiquidTank) with { Description = part.Text("Name") }),
        .. maintenance.Below("MaintenanceCartridges").Each("MaintenanceCartridge", part => Part(part, PiwsMaintenanceKind.MaintenanceCartridge) with
        {
            State = part.Text("State") ?? part.Below("Status").Text("MaintenanceCartridgeStatusFlag"),
        }),
        .. maintenance.Below("WasteCollectors").Each("WasteCollector", part => Part(part, PiwsMaintenanceKind.WasteCollector) with
        {
            Id = part.Text("WasteCollectorId") ?? part.Text("Id"),
            State = part.Text("Status"),
        }),
        .. maintenance.Below("PreventiveMaintenanceKits").Each("PreventiveMaintenanceKit", part => Part(part, PiwsMaintenanceKind.PreventiveMaintenanceKit) with
        {
            Id = part.Text("PMKId") ?? part.Text("Id"),
            // Between bars, as the device writes it.
            Description = part.Text("Description")?.Trim('|', ' '),
            UsedPercentage = part.Number("PercentageConsumed"),
            State = part.Below("Status").Text("PMKStatusFlag"),
        }),
    ];

    private static PiwsMaintenancePart Part(PiwsValueReader part, PiwsMaintenanceKind kind) => new()
    {
        Kind = kind,
        Id = part.Text("Id"),
        LevelPercentage = part.Number("LevelPercentage"),
        Capacity = part.Quantity("Capacity"),
        State = part.Text("State"),
        PartNumber = part.Text("PartNumber"),
        SerialNumber = part.Text("SerialNumber"),
    };

    private static PiwsPrinthead Printhead(PiwsValueReader slot)
    {
        var info = slot.Below("PrintheadInfo");
        return new PiwsPrinthead
        {
            SlotId = slot.Text("SlotId"),
            Colors = slot.Below("ColorCollection").Texts("Color"),
            State = info.Text("State"),
            HealthGaugeStatus = info.Text("HealthGaugeStatus"),
            PartNumber = info.Text("PartNumber"),
            OrderNumber = info.Text("OrderNumber"),
            SerialNumber = info.Text("SerialNumber"),
            InstallDate = info.Time("InstallDate"),
            InkConsumption = info.Quantity("InkConsumption"),
        };
    }
}
