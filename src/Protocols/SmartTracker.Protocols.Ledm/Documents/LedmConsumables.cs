using SmartTracker.Protocols.Http.Xml;

namespace SmartTracker.Protocols.Ledm.Documents;

/// <summary>A <c>ConsumableInfo</c>. Null is "absent or empty".</summary>
public sealed record LedmConsumable
{
    /// <summary>Such as <c>ink</c> or <c>printhead</c>.</summary>
    public string? Type { get; init; }
    public string? Station { get; init; }

    /// <summary>The colour, such as <c>LC</c>.</summary>
    public string? LabelCode { get; init; }
    public LedmQuantity? PercentageLevelRemaining { get; init; }
    public LedmQuantity? MaxCapacity { get; init; }

    /// <summary>What is printed on it, such as <c>HP 871</c>.</summary>
    public string? SelectibilityNumber { get; init; }
    public string? ProductNumber { get; init; }
    public string? SerialNumber { get; init; }
    public string? State { get; init; }

    /// <summary>How well the level is known, in the device's word.</summary>
    public string? MeasuredQuantityState { get; init; }
    public DateOnly? InstalledOn { get; init; }
    public DateOnly? ExpiresOn { get; init; }

    /// <summary><c>ConsumableConfigDyn</c>: each that arrived whole.</summary>
    public static LedmReading<IReadOnlyList<LedmConsumable>> Parse(ReadOnlyMemory<byte> document) =>
        LedmValues.Read<IReadOnlyList<LedmConsumable>>(document, "ConsumableConfigDyn", root => [.. root.All("ConsumableInfo").Where(element => element.IsWhole).Select(Map)]);

    // Only direct children and named places: a PreviousCartridgeData below has a serial number and dates of its own.
    private static LedmConsumable Map(DeviceElement element)
    {
        var life = element.Child("ConsumableLifeState");
        var capacity = element.Child("Capacity") ?? element;
        return new LedmConsumable
        {
            Type = element.TextOf("ConsumableTypeEnum"),
            Station = element.TextOf("ConsumableStation"),
            LabelCode = element.TextOf("ConsumableLabelCode"),
            PercentageLevelRemaining = element.Quantity("ConsumablePercentageLevelRemaining"),
            MaxCapacity = capacity.Quantity("MaxCapacity"),
            SelectibilityNumber = element.TextOf("ConsumableSelectibilityNumber"),
            ProductNumber = element.TextOf("ProductNumber"),
            SerialNumber = element.TextOf("SerialNumber"),
            State = life?.TextOf("ConsumableState") ?? element.TextOf("ConsumableState"),
            MeasuredQuantityState = life?.TextOf("MeasuredQuantityState") ?? element.TextOf("MeasuredQuantityState"),
            InstalledOn = LedmValues.Date(element.Child("Installation")?.TextOf("Date")),
            ExpiresOn = LedmValues.Date(element.TextOf("ExpirationDate") ?? element.Child("Warranty")?.TextOf("ExpirationDate")),
        };
    }
}
