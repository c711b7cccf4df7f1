namespace SmartTracker.PrinterSimulator.Plan;

/// <summary>What a printer has that speaks IPP. It keeps its jobs when it is switched off, and forgets the seconds at which they ran.</summary>
public sealed record IppPlan
{
    public required DateTimeOffset SwitchedOnAt { get; init; }

    /// <summary>Of the next job.</summary>
    public required int NextNumber { get; init; }

    /// <summary>False for a printer without a calendar: it gives times only in seconds since it was switched on.</summary>
    public bool TellsDates { get; init; } = true;

    public bool GivesUuids { get; init; } = true;

    /// <summary>False for an old printer, whose list gives numbers and addresses only; a job must be asked about alone.</summary>
    public bool ListsAttributes { get; init; } = true;

    /// <summary>How far its calendar is ahead.</summary>
    public TimeSpan CalendarIsAhead { get; init; }
}
