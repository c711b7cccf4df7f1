namespace SmartTracker.PrinterReaders;

/// <summary>Everything that the raw answers of one fetch say, read without a network.</summary>
public sealed record PrinterObservation
{
    /// <summary>Null where the identity answer is missing or was not understood.</summary>
    public PrinterIdentity? Identity { get; init; }

    public IReadOnlyList<JobObservation> Jobs { get; init; } = [];

    /// <summary>Null where no job list arrived.</summary>
    public ObservationCoverage? Coverage { get; init; }

    public IReadOnlyList<ObservationProblem> Problems { get; init; } = [];

    /// <summary>Why the answers are not the whole truth (half a document, a login page, nonsense), or null.</summary>
    public ReaderFailure? Failure { get; init; }

    /// <summary>True where the job list arrived whole. The jobs of an incomplete list are each whole.</summary>
    public bool IsComplete => Failure is null && Coverage is not null;

    /// <summary>What to hand to the next <see cref="IPrinterReader.FetchAsync"/>; null means from the beginning.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>Which changes of which job list were seen.</summary>
/// <param name="Queue">The device's id of the job list; it changes at every restart of the printer.</param>
/// <param name="From">Modification number that was asked from; 0 is everything the printer still has.</param>
/// <param name="To">Modification number of the list, or null where it did not say.</param>
/// <param name="DeviceTime">The printer's clock when it answered.</param>
public sealed record ObservationCoverage(string Queue, long From, long? To, DateTimeOffset? DeviceTime)
{
    /// <summary>Jobs in the device's list when it answered, whether they changed or not; null where it did not say. Where all of them are new,
    /// nothing shows how many left the list before they were seen.</summary>
    public int? ListHolds { get; init; }
}
