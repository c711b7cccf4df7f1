namespace SmartTracker.PrinterReaders;

/// <summary>One page of the document, enough to draw the sheet on the roll.</summary>
public sealed record PageObservation
{
    /// <summary>From 1, in the order of the document.</summary>
    public required int Number { get; init; }

    public Measure? Width { get; init; }

    public Measure? Height { get; init; }

    /// <summary>Degrees.</summary>
    public int? Rotation { get; init; }

    public int? CopiesPrinted { get; init; }

    public string? MediaSource { get; init; }

    public string? MediaId { get; init; }

    public string? PrintQuality { get; init; }

    public Measure? MediaArea { get; init; }

    public Measure? MediaLength { get; init; }
}
