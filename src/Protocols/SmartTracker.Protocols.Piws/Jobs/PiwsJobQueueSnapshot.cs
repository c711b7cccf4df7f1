namespace SmartTracker.Protocols.Piws.Jobs;

/// <summary>A printer's answer to <c>jobs/all</c>: PIWS 2.0 <c>JobQueueSnapshot</c>. Null is "not said".</summary>
public sealed record PiwsJobQueueSnapshot
{
    public long? ModificationNumber { get; init; }

    public string? QueueStatus { get; init; }

    public int? NumberOfJobs { get; init; }

    /// <summary>The printer's clock.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Every job that arrived whole.</summary>
    public IReadOnlyList<PiwsJob> Jobs { get; init; } = [];

    public IReadOnlyList<PiwsProblem> Problems { get; init; } = [];

    /// <summary>Why the document is not whole, or null where it is.</summary>
    public PiwsDefect? Defect { get; init; }

    /// <summary>Where the reading stopped and what the XML reader said; null where the document is whole.</summary>
    public string? DefectDetail { get; init; }

    public bool IsComplete => Defect is null;
}

public enum PiwsDefect
{
    /// <summary>The end is missing.</summary>
    CutOff,
    /// <summary>Not well-formed XML, in a document whose end is there.</summary>
    NotWellFormed,
    /// <summary>Not XML, or XML with a document type, which no printer sends and which is refused.</summary>
    NotXml,
    /// <summary>Another document than a job queue snapshot.</summary>
    NotAJobQueue,
    TooDeep,
    TooLarge,
}
