namespace SmartTracker.PrinterReaders;

/// <summary>A figure in our unit, beside what the device wrote.</summary>
/// <param name="Value">Lengths in micrometres, areas in square millimetres, ink in nanolitres.</param>
/// <param name="Raw">The device's own text.</param>
/// <param name="Unit">The unit that <paramref name="Raw"/> was read in.</param>
/// <param name="UnitAssumed">True where the device named no unit and ours is second-hand knowledge.</param>
public sealed record Measure(long Value, string Raw, string Unit, bool UnitAssumed);
