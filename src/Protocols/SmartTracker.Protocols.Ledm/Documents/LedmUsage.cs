using SmartTracker.Protocols.Http.Xml;

namespace SmartTracker.Protocols.Ledm.Documents;

/// <summary><c>ProductUsageDyn</c>: counters of the device's whole life. Null is "absent or empty".</summary>
public sealed record LedmUsage
{
    public LedmQuantity? TotalImpressions { get; init; }
    public LedmQuantity? MonochromeImpressions { get; init; }
    public LedmQuantity? ColorImpressions { get; init; }

    /// <summary>Ink of any maker, all channels.</summary>
    public LedmQuantity? MarkingAgentUsed { get; init; }
    public LedmQuantity? HpMarkingAgentUsed { get; init; }
    public IReadOnlyList<LedmConsumableUsage> Consumables { get; init; } = [];

    public static LedmReading<LedmUsage> Parse(ReadOnlyMemory<byte> document) => LedmValues.Read(document, "ProductUsageDyn", root =>
    {
        var printer = root.Child("PrinterSubunit");
        var agent = printer?.Child("UsageByMarkingAgent");
        return new LedmUsage
        {
            TotalImpressions = printer?.Quantity("TotalImpressions"),
            MonochromeImpressions = printer?.Quantity("MonochromeImpressions"),
            ColorImpressions = printer?.Quantity("ColorImpressions"),
            MarkingAgentUsed = agent?.Quantity("CumulativeMarkingAgentUsed"),
            HpMarkingAgentUsed = agent?.Quantity("CumulativeHPMarkingAgentUsed"),
            Consumables = [.. root.Below("Consumable").Where(element => element.IsWhole).Select(Consumable)],
        };
    });

    private static LedmConsumableUsage Consumable(DeviceElement element) => new(
        element.TextOf("MarkerColor"),
        element.TextOf("ConsumableTypeEnum"),
        // Which element holds it was not recorded, only that the first ValueFloat below is it.
        element.Children.Where(child => child.Child("ValueFloat") is not null).Select(child => element.Quantity(child.Name)).FirstOrDefault() ?? element.Quantity("ValueFloat"),
        element.Int("CumulativeConsumableCount"));
}

/// <param name="Used">Since the device was made.</param>
/// <param name="Count">How many were put in.</param>
public sealed record LedmConsumableUsage(string? MarkerColor, string? Type, LedmQuantity? Used, int? Count);
