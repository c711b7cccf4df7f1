namespace SmartTracker.Protocols.Ledm.Documents;

/// <summary><c>ProductStatusDyn</c>.</summary>
/// <param name="Categories">In the device's words, such as <c>ready</c>; several may hold at once.</param>
public sealed record LedmStatus(IReadOnlyList<string> Categories, IReadOnlyList<LedmAlert> Alerts)
{
    public static LedmReading<LedmStatus> Parse(ReadOnlyMemory<byte> document) => LedmValues.Read(document, "ProductStatusDyn", root => new LedmStatus(
        [.. root.Below("StatusCategory").Where(element => element is { IsWhole: true, Text.Length: > 0 }).Select(element => element.Text)],
        [
            .. root.Below("Alert").Where(element => element.IsWhole).Select(element => new LedmAlert(
                element.TextOf("ProductStatusAlertID"),
                element.TextOf("Severity"),
                element.Below("AlertDetailsMarkerColor").FirstOrDefault()?.Text,
                element.Below("AlertDetailsConsumableTypeEnum").FirstOrDefault()?.Text)),
        ]));
}

/// <param name="Id">Such as <c>cartridgeLow</c>.</param>
/// <param name="MarkerColor">Of the consumable that it is about.</param>
/// <param name="ConsumableType">Of the same.</param>
public sealed record LedmAlert(string? Id, string? Severity, string? MarkerColor, string? ConsumableType);
