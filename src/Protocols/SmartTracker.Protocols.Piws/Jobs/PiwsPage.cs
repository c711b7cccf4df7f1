namespace SmartTracker.Protocols.Piws.Jobs;

/// <summary>A <c>Page</c> of a job. Null is "absent or empty".</summary>
public sealed record PiwsPage
{
    public int? Id { get; init; }
    public PiwsQuantity? Width { get; init; }
    public PiwsQuantity? Height { get; init; }
    public int? Rotation { get; init; }
    public int? Copies { get; init; }
    public string? MediaSource { get; init; }

    /// <summary>32 hexadecimal digits on a DesignJet Z9.</summary>
    public string? MediaType { get; init; }
    public string? PrintQuality { get; init; }

    public string? PageStatus { get; init; }
    public string? CompletionStatus { get; init; }
    public int? NumberOfPrintedCopies { get; init; }

    public string? MediaSourceUsed { get; init; }
    public IReadOnlyList<PiwsMediaConsumption> Media { get; init; } = [];
    public IReadOnlyList<PiwsInkConsumption> Ink { get; init; } = [];
    public decimal? GrayPixelCoverage { get; init; }
    public decimal? ColorPixelCoverage { get; init; }
}

/// <summary>Amounts without a unit: square inches and inches according to one client of the Latex 800W, no capture shows others than zero.</summary>
public sealed record PiwsMediaConsumption(string? PaperId, string? PaperVendor, PiwsQuantity? SquareAmount, PiwsQuantity? LinearAmount);

/// <summary>Second-hand: no capture shows one. The amount is taken for cubic centimetres, as in the printer's ink system.</summary>
public sealed record PiwsInkConsumption(string? InkName, PiwsQuantity? Amount);
