namespace SmartTracker.Protocols.Ledm.Documents;

/// <summary>An <c>InputTray</c> of <c>MediaHandlingDyn</c>: a roll or a tray. Null is "absent or empty".</summary>
public sealed record LedmMedia(string? InputBin, string? TrayType, string? TrayState, string? MediaType, LedmQuantity? Width, LedmQuantity? Length)
{
    public static LedmReading<IReadOnlyList<LedmMedia>> Parse(ReadOnlyMemory<byte> document) => LedmValues.Read<IReadOnlyList<LedmMedia>>(document, "MediaHandlingDyn", root =>
    [
        .. root.Below("InputTray").Where(tray => tray.IsWhole).Select(tray =>
        {
            var size = tray.Below("Width").FirstOrDefault() is null ? tray : tray.Children.FirstOrDefault(child => child.Child("Width") is not null) ?? tray;
            return new LedmMedia(tray.TextOf("InputBin"), tray.TextOf("TrayType"), tray.TextOf("TrayState"), tray.TextOf("MediaType"), size.Quantity("Width"), size.Quantity("Length"));
        }),
    ]);
}
