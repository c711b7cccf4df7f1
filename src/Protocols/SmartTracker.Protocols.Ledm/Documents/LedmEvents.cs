namespace SmartTracker.Protocols.Ledm.Documents;

/// <summary>An <c>Event</c> of the <c>EventTable</c>: that something changed, and where it is told.</summary>
/// <param name="Category">Such as <c>AlertTableChanged</c>.</param>
/// <param name="AgingStamp">Changes with every event of the category.</param>
public sealed record LedmEvent(string Category, string? AgingStamp, string? ResourceUri, string? ResourceType)
{
    public static LedmReading<IReadOnlyList<LedmEvent>> Parse(ReadOnlyMemory<byte> document) => LedmValues.Read<IReadOnlyList<LedmEvent>>(document, "EventTable", root =>
    [
        .. root.All("Event").Where(element => element.IsWhole && element.TextOf("UnqualifiedEventCategory") is not null).Select(element => new LedmEvent(
            element.TextOf("UnqualifiedEventCategory")!,
            element.TextOf("AgingStamp"),
            element.Child("Payload")?.TextOf("ResourceURI"),
            element.Child("Payload")?.TextOf("ResourceType"))),
    ]);
}
