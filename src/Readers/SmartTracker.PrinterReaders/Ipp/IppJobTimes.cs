using System.Globalization;
using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.PrinterReaders.Ipp;

/// <summary>When a job came, began and ended. The printer's calendar counts where it is right; otherwise the seconds since it was switched on,
/// subtracted from our clock, which may be a second or two off.</summary>
internal sealed class IppJobTimes
{
    private const long SecondsPerYear = 31_557_600;
    private const long YearsBack = 3;
    private const long Tolerance = 300;

    private readonly IReadOnlyList<IppAttribute> _job;
    private readonly IppPrinterClock _clock;
    private readonly Action<string, ObservationProblemCode, string?> _problem;

    public IppJobTimes(IReadOnlyList<IppAttribute> job, IppPrinterClock clock, Action<string, ObservationProblemCode, string?> problem)
    {
        (_job, _clock, _problem) = (job, clock, problem);
        CreatedAt = Time("creation", Calendar("creation"));
        ProcessingAt = Time("processing", Calendar("processing"));
        CompletedAt = Time("completed", Calendar("completed"));
    }

    public DateTimeOffset? CreatedAt { get; }

    public DateTimeOffset? ProcessingAt { get; }

    public DateTimeOffset? CompletedAt { get; }

    /// <summary>True where a time was worked out from the seconds since the printer was switched on.</summary>
    public bool IsWorkedOut { get; private set; }

    /// <summary>When the job was created, in seconds since 1970, for telling two jobs with the same number apart: by the seconds counted in this
    /// life, else by the calendar, put right by what it is ahead now. Null where neither tells.</summary>
    public long? Birth => _clock.Moment(_job.Integer("time-at-creation"))
        ?? (IsPossible(Told("creation")) ? Told("creation")?.ToUnixTimeSeconds() - (_clock.Ahead ?? 0) : null);

    /// <summary>The same; of a job of which only is known that it is from before the printer was switched on, the moment before that.</summary>
    public long? BornBy => Birth ?? (_job.Integer("time-at-creation") is <= 0 && _clock.BootedAt is { } booted ? booted - 1 : null);

    private DateTimeOffset? Time(string what, DateTimeOffset? calendar)
    {
        var counted = _clock.Moment(_job.Integer("time-at-" + what));
        if (calendar is not null && (_clock.CalendarIsRight || counted is null))
            return calendar;
        if (counted is not { } seconds)
            return null;
        IsWorkedOut = true;
        return DateTimeOffset.FromUnixTimeSeconds(seconds);
    }

    private DateTimeOffset? Calendar(string what)
    {
        var told = Told(what);
        if (IsPossible(told))
            return told;
        _problem("date-time-at-" + what, ObservationProblemCode.ImpossibleTime, told?.ToString("O", CultureInfo.InvariantCulture));
        return null;
    }

    private DateTimeOffset? Told(string what) => (_job.First("date-time-at-" + what) as IppDateTime)?.Instant;

    // A calendar that is ahead writes times that are ahead.
    private bool IsPossible(DateTimeOffset? told) => told?.ToUnixTimeSeconds() is not { } seconds
        || (seconds <= _clock.Now + Math.Max(_clock.Ahead ?? 0, 0) + Tolerance && seconds > _clock.Now - (YearsBack * SecondsPerYear));
}
