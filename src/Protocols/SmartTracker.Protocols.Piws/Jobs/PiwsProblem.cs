namespace SmartTracker.Protocols.Piws.Jobs;

/// <summary>Something that was not understood. The rest of the document stands.</summary>
/// <param name="Job">UUID of the job, or null for the document.</param>
/// <param name="Element">Path inside the job, such as <c>Pages/Page[2]/Settings/Rotation</c>.</param>
/// <param name="Raw">The device's text, shortened to <see cref="RawLength"/> characters.</param>
public sealed record PiwsProblem(string? Job, string Element, PiwsProblemKind Kind, string? Raw)
{
    public const int RawLength = 200;
}

public enum PiwsProblemKind
{
    NotANumber,
    NotATime,
    /// <summary>A time without zone; read as UTC.</summary>
    TimeWithoutZone,
    /// <summary>Longer than any real value; cut.</summary>
    TooLong,
    /// <summary>The job has no UUID and was left out.</summary>
    NoUuid,
    /// <summary>The job has more elements than any real one and was left out.</summary>
    JobTooLarge,
}
