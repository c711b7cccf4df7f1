namespace SmartTracker.PrinterSimulator.Plan;

/// <summary>A job as the printer remembers it. A null figure is left out of its answers.</summary>
public sealed record JobPlan
{
    public required Guid Uuid { get; init; }

    public required Guid JobUuid { get; init; }

    public required long ModificationNumber { get; init; }

    /// <summary>IPP's job-id; 0 on other printers.</summary>
    public int Number { get; init; }

    /// <summary>Empty where the driver sent none.</summary>
    public required string UserName { get; init; }

    public required string JobName { get; init; }

    public string Type { get; init; } = "Print";

    public string Source { get; init; } = "Application";

    public string Account { get; init; } = "";

    public required string JobStatus { get; init; }

    public required string CompletionStatus { get; init; }

    public required int RequestedCopies { get; init; }

    public required DateTimeOffset? SubmittedAt { get; init; }

    public required DateTimeOffset? ArrivedAt { get; init; }

    public required DateTimeOffset? PrintingAt { get; init; }

    public required DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Of the job, all pages together.</summary>
    public int? PrintedPages { get; init; }

    public int? PrintedCopies { get; init; }

    public required IReadOnlyList<PagePlan> Pages { get; init; }

    /// <summary>Null is an empty element.</summary>
    public MediaUse? Media { get; init; }

    /// <summary>Cubic centimetres by channel; null is an empty element.</summary>
    public IReadOnlyDictionary<string, decimal>? InkCubicCentimetres { get; init; }
}

/// <summary>Sizes in inches, as the device gives them.</summary>
public sealed record PagePlan
{
    public required decimal WidthInches { get; init; }

    public required decimal HeightInches { get; init; }

    /// <summary>Degrees.</summary>
    public required int Rotation { get; init; }

    public required string MediaSource { get; init; }

    /// <summary>32 hexadecimal digits.</summary>
    public required string MediaType { get; init; }

    public required string PrintQuality { get; init; }

    public int? PrintedCopies { get; init; }

    public MediaUse? Media { get; init; }
}

/// <summary>Media consumed: square inches and inches.</summary>
public sealed record MediaUse(string PaperId, string PaperVendor, decimal SquareInches, decimal LinearInches);
