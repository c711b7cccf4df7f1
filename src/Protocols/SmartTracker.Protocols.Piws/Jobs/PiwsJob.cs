namespace SmartTracker.Protocols.Piws.Jobs;

/// <summary>A <c>Job2DPrint</c>. Names as in the document; null is "absent or empty". Times of 1970-01-01T00:00:00Z are null.</summary>
public sealed record PiwsJob
{
    public required string Uuid { get; init; }
    public long? ModificationNumber { get; init; }
    public string? Type { get; init; }

    public string? JobUuid { get; init; }
    public string? UserName { get; init; }
    public string? Source { get; init; }
    public string? JobName { get; init; }
    public string? Account { get; init; }
    public string? ApplicationName { get; init; }
    public string? HostName { get; init; }
    public string? PrivacyLevel { get; init; }
    public int? RequestedCopies { get; init; }
    public int? NumberOfPagesPerCopy { get; init; }

    public string? JobStatus { get; init; }
    public string? CompletionStatus { get; init; }
    public string? HoldReason { get; init; }

    public int? NumberOfPages { get; init; }
    public IReadOnlyList<PiwsPage> Pages { get; init; } = [];

    public decimal? ProgressPercentage { get; init; }

    /// <summary>Over all copies.</summary>
    public int? NumberOfPrintedPages { get; init; }
    public int? NumberOfPrintedCopies { get; init; }

    public DateTimeOffset? SubmissionTimestamp { get; init; }
    public DateTimeOffset? CompletionTimestamp { get; init; }
    public DateTimeOffset? ArrivalTimestamp { get; init; }
    public DateTimeOffset? PrintingTimestamp { get; init; }

    /// <summary>Empty where the collection is empty or absent.</summary>
    public IReadOnlyList<PiwsMediaConsumption> Media { get; init; } = [];

    /// <summary>Empty where the collection is empty or absent.</summary>
    public IReadOnlyList<PiwsInkConsumption> Ink { get; init; } = [];
}
