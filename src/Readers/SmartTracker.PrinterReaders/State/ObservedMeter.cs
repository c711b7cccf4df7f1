namespace SmartTracker.PrinterReaders.State;

/// <summary>A counter of the device's whole life at one moment.</summary>
/// <param name="Name">The same at every visit: the kind in lower case, with the device's channel or sub-unit where it has several, such as <c>ink:cyan</c>.</param>
/// <param name="Value">Impressions and sheets as number, media length in micrometres, media area in square millimetres, ink in nanolitres, time in seconds.</param>
/// <param name="Raw">The device's own text.</param>
/// <param name="RawUnit">The unit that the device names, never an assumed one.</param>
public sealed record ObservedMeter(string Name, MeterKind Kind, long Value, string Raw, string RawUnit)
{
    /// <summary>The largest value before the counter begins again at 0, where that is known of the device.</summary>
    public long? Maximum { get; init; }
}

public enum MeterKind
{
    Other,
    Impressions,
    MediaSheets,
    MediaLength,
    MediaArea,
    Ink,
    PowerOnTime,
}
