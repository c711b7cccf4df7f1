namespace SmartTracker.PrinterReaders;

/// <summary>Who a printer says it is.</summary>
/// <param name="MaximumMediaWidth">The widest media it takes.</param>
public sealed record PrinterIdentity(
    string? SerialNumber,
    string? Model,
    string? Firmware,
    string? PartNumber,
    string? DeviceName,
    Measure? MaximumMediaWidth)
{
    /// <summary>When the manufacturer released the firmware; null where the printer does not say.</summary>
    public DateTimeOffset? FirmwareReleasedAt { get; init; }
}
