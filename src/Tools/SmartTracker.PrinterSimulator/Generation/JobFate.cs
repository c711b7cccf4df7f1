namespace SmartTracker.PrinterSimulator.Generation;

/// <summary>What becomes of a job. The words for completed and cancelled jobs are those of PIWS; no capture shows a failed one.</summary>
internal sealed record JobFate
{
    public required string JobStatus { get; init; }

    public required string CompletionStatus { get; init; }

    public bool Prints { get; init; } = true;

    public bool IsPartial { get; init; }

    public bool IsReprinted { get; init; }

    public bool IsCopy { get; init; }

    public bool HasUser { get; init; } = true;

    public static readonly JobFate Completed = new() { JobStatus = "Completed", CompletionStatus = "OK" };

    /// <summary>Spread evenly, so that a month of 50 jobs has every fate.</summary>
    public static JobFate Of(int index, bool hasScanner)
    {
        var fate = (index % 41) switch
        {
            7 or 30 => new JobFate { JobStatus = "Deleted", CompletionStatus = "Cancelled", IsPartial = true },
            16 => new JobFate { JobStatus = "Aborted", CompletionStatus = "Failed", IsPartial = true },
            24 => new JobFate { JobStatus = "Deleted", CompletionStatus = "Cancelled", Prints = false },
            5 or 19 or 33 => Completed with { IsReprinted = true },
            11 => Completed with { IsCopy = hasScanner },
            _ => Completed,
        };
        return fate with { HasUser = index % 13 != 3 };
    }
}
