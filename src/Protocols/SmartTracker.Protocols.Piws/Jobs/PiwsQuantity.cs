namespace SmartTracker.Protocols.Piws.Jobs;

/// <summary>A measured value as the device wrote it.</summary>
/// <param name="Raw">The device's text.</param>
/// <param name="Value">Null where the text is not a decimal number with a point.</param>
/// <param name="Unit">Null where the device names none.</param>
public sealed record PiwsQuantity(string Raw, decimal? Value, string? Unit);
