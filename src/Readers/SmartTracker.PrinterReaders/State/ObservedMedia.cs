namespace SmartTracker.PrinterReaders.State;

/// <summary>One roll, tray or other source of media and what is loaded in it.</summary>
public sealed record ObservedMedia
{
    /// <summary>What the device calls the source, the same at every visit. Unique in one state.</summary>
    public required string Slot { get; init; }

    /// <summary>False: the source is empty. Null: the device did not say.</summary>
    public bool? IsLoaded { get; init; }

    public bool? IsRoll { get; init; }

    /// <summary>In the device's words.</summary>
    public string? MediaName { get; init; }

    public string? MediaId { get; init; }

    /// <summary>Micrometres.</summary>
    public Measure? Width { get; init; }

    /// <summary>Micrometres; of a sheet its length.</summary>
    public Measure? RemainingLength { get; init; }

    /// <summary>Micrometres of a full roll.</summary>
    public Measure? FullLength { get; init; }

    /// <summary>Sheets in a tray.</summary>
    public int? RemainingSheets { get; init; }

    /// <summary>Level, capacity and unit in the device's own figures, such as <c>31/45 meters</c>.</summary>
    public string? RawLevel { get; init; }

    public string? RawStatus { get; init; }
}
