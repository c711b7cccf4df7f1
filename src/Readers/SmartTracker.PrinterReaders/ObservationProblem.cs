namespace SmartTracker.PrinterReaders;

/// <summary>Something in an answer that was not understood or contradicts itself. The rest of the answer stands.</summary>
/// <param name="DeviceJobId">The job concerned, or null for the answer as a whole.</param>
/// <param name="Element">The device's name of the element, with its path inside the job.</param>
/// <param name="Raw">What the device wrote there, shortened to 200 characters.</param>
public sealed record ObservationProblem(string? DeviceJobId, string Element, ObservationProblemCode Code, string? Raw);

/// <summary>Stable: stored and worded by others, so never renamed.</summary>
public enum ObservationProblemCode
{
    /// <summary>A value could not be read as a number, a time or a count.</summary>
    Unreadable,
    /// <summary>A value was longer than any real one and was cut.</summary>
    TooLong,
    /// <summary>The unit of a quantity is unknown or missing, so the quantity was not used.</summary>
    UnknownUnit,
    /// <summary>A status, kind or source in a word that we do not know.</summary>
    UnknownWord,
    /// <summary>A job without an id was left out.</summary>
    JobWithoutId,
    /// <summary>A job was left out because it has more elements than any real one.</summary>
    JobTooLarge,
    /// <summary>The same job came twice in one answer; the one with the higher modification number counts.</summary>
    JobTwice,
    /// <summary>The device claims that the job was submitted after it was completed.</summary>
    SubmittedAfterCompletion,
    /// <summary>Two figures of the device contradict each other; the more detailed one was used.</summary>
    Contradiction,
    /// <summary>The device says zero although pages came out; taken as not measured.</summary>
    ZeroNotMeasured,
    /// <summary>The device's modification number is lower than the one asked from; the next collection starts from the beginning.</summary>
    ModificationNumberWentBack,
    /// <summary>The device's job numbers began anew; jobs with reused numbers are told apart. Raw: last number before, first one after.</summary>
    JobNumbersRestarted,
    /// <summary>The device's clock is more than five minutes off ours; times are taken from the seconds it counts since it was switched on, where it says those. Raw: seconds ahead.</summary>
    ClockOff,
    /// <summary>A time that cannot be: in the future, or years before. Not used.</summary>
    ImpossibleTime,
    /// <summary>A date whose day and month cannot be told apart. Not used until a later list tells.</summary>
    AmbiguousTime,
    /// <summary>A figure whose comma may part thousands or decimals. Not used.</summary>
    AmbiguousNumber,
    /// <summary>Names may be wrong: the answer does not say truly in which character set it is.</summary>
    GuessedCharset,
    /// <summary>The answer as a whole was not what this reader expects at its address.</summary>
    NotUnderstood,
}
