namespace SmartTracker.PrinterReaders.State;

/// <summary>An ink supply, printhead or the like. What is unknown stays null: an unknown level is neither full nor empty.</summary>
public sealed record ObservedConsumable
{
    /// <summary>What the device calls its place, the same at every visit, such as <c>C</c> or <c>Cyan cartridge</c>. Unique in one state.</summary>
    public required string Slot { get; init; }

    public required ConsumableKind Kind { get; init; }

    /// <summary>In the device's words: description or label.</summary>
    public string? Description { get; init; }

    /// <summary>The colorant in the device's words, such as <c>cyan</c>, or null.</summary>
    public string? Colorant { get; init; }

    /// <summary>Ink in nanolitres; null where the device counts in something that is not a volume.</summary>
    public Measure? Capacity { get; init; }

    /// <summary>Ink in nanolitres.</summary>
    public Measure? Level { get; init; }

    /// <summary>0 to 100, as the device says or worked out of level and capacity in its own unit. Of a waste container the room that is left.</summary>
    public decimal? LevelPercent { get; init; }

    public ConsumableLevel LevelKnown { get; init; }

    /// <summary>Smallest difference that the device tells, in percent; null where nobody knows.</summary>
    public decimal? StepPercent { get; init; }

    /// <summary>Ink in nanolitres that went through since it was put in or since the device was made, as <see cref="Measure.Unit"/> and the device's text say.</summary>
    public Measure? Used { get; init; }

    /// <summary>Level, capacity and unit in the device's own figures, such as <c>650/1300 tenthsOfMilliliters</c>.</summary>
    public string? RawLevel { get; init; }

    /// <summary>In the device's words, such as <c>OK</c>.</summary>
    public string? RawStatus { get; init; }

    public string? PartNumber { get; init; }

    public string? SerialNumber { get; init; }

    public DateOnly? InstalledOn { get; init; }

    public DateOnly? ExpiresOn { get; init; }
}

public enum ConsumableKind
{
    Other,
    Ink,
    Toner,
    Printhead,
    Maintenance,
    WasteContainer,
    Binder,
    Staples,
}

public enum ConsumableLevel
{
    /// <summary>The device does not say, or says that it does not know (Printer-MIB −2).</summary>
    Unknown,

    /// <summary>A figure is there.</summary>
    Measured,

    /// <summary>Some is left, not how much (Printer-MIB −3).</summary>
    SomeLeft,
    Empty,
}
