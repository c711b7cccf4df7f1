using System.Linq.Expressions;
using NodaTime;

namespace SmartTracker.Scheduling.Domain;

/// <summary>A thing that a tenant wants done again and again, and how it stands.</summary>
public sealed class DueWork
{
    public required string Tenant { get; init; }

    /// <summary>The id that its <c>IScheduledWork</c> has, such as <c>collect-print-jobs</c>.</summary>
    public required string Work { get; init; }

    public Instant DueAt { get; init; }

    public long EverySeconds { get; init; }

    /// <summary>Until then it waits for a worker, so nobody needs to queue it again.</summary>
    public Instant? QueuedUntil { get; init; }

    /// <summary>Who runs it: a new id for each attempt, which fences the attempts before.</summary>
    public Guid? LeaseOwner { get; init; }

    public Instant? LeaseUntil { get; init; }

    /// <summary>Attempts since it last succeeded.</summary>
    public int Attempts { get; init; }

    public Instant? LastStartedAt { get; init; }

    public Instant? LastEndedAt { get; init; }

    /// <summary>Why the last attempt failed: a sentence in English that is also the key of its translation. Null when it succeeded.</summary>
    public string? LastProblem { get; init; }

    public Duration Every => Duration.FromSeconds(EverySeconds);

    /// <summary>Work that may be taken: due and nobody's, or left behind by a worker that did not come back.</summary>
    public static Expression<Func<DueWork, bool>> IsFree(Instant now) => work =>
        (work.LeaseOwner == null && work.DueAt <= now) || (work.LeaseOwner != null && work.LeaseUntil < now);

    public bool IsRunning(Instant now) => LeaseOwner is not null && LeaseUntil >= now;
}
