using SmartTracker.Protocols.Piws.Jobs;

namespace SmartTracker.Protocols.Piws.State;

/// <summary><c>InkSystem</c>: groups of slots that hold the same ink.</summary>
internal static class PiwsInkParts
{
    public static IReadOnlyList<PiwsInkSlot> Slots(PiwsValueReader inkSystem)
    {
        var groups = inkSystem.Has("InkSlotGroupCollection") ? inkSystem.Below("InkSlotGroupCollection") : inkSystem;
        return [.. groups.Each("InkSlotGroup", SlotsOfGroup).SelectMany(slots => slots)];
    }

    private static IReadOnlyList<PiwsInkSlot> SlotsOfGroup(PiwsValueReader group)
    {
        var color = group.Text("Color");
        return group.Below("InkSlotCollection").Each("InkSlot", slot => Slot(slot, color));
    }

    private static PiwsInkSlot Slot(PiwsValueReader slot, string? colorOfGroup)
    {
        var supply = slot.Below("SlotInfo").Below("InkSupplyInfo");
        return new PiwsInkSlot
        {
            Color = slot.Text("Color") ?? colorOfGroup,
            SlotId = slot.Text("SlotId"),
            SupplyType = slot.Text("SupplyType"),
            IsPresent = slot.Truth("isPresent"),
            Level = supply.Quantity("Level"),
            LevelPercentage = supply.Number("LevelPercentage"),
            Capacity = supply.Quantity("Capacity"),
            State = supply.Text("State"),
            StatusFlags = supply.Below("Status").Texts("StatusFlag"),
            UserReportedStatus = supply.Text("UserReportedStatus"),
            UserReportedSeverity = supply.Text("UserReportedSeverity"),
            OrderNumber = supply.Text("OrderNumber"),
            PartNumber = supply.Text("PartNumber"),
            SerialNumber = supply.Text("SerialNumber"),
            InstallDate = supply.Time("InstallDate"),
            ExpirationDate = supply.Time("ExpirationDate"),
            InkUsed = slot.Below("SlotInfo").Below("InkSlotCumulativeInfo").Quantity("InkUsed"),
        };
    }
}
