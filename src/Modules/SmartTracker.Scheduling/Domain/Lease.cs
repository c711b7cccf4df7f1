using NodaTime;

namespace SmartTracker.Scheduling.Domain;

/// <summary>The right to run a work until a given time. Who does not renew it in time has lost it and may no longer write the outcome.</summary>
public sealed record Lease(string Tenant, string Work, Guid Owner, int Attempt, Instant StartedAt, Duration Every)
{
    public static readonly Duration Length = Duration.FromMinutes(2);

    /// <summary>Two renewals may fail before the lease is lost.</summary>
    public static readonly Duration RenewEvery = Length / 3;

    public static Instant UntilFrom(Instant now) => now + Length;

    public Instant NextDue => StartedAt + Every;
}
