using NodaTime;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Scheduling.Domain;

/// <summary>The right to run a work until a given time. Who does not renew it in time has lost it and may no longer write the outcome.</summary>
public sealed record Lease(string Tenant, string Work, Guid Owner, int Attempt, Instant StartedAt, Duration Every)
{
    public static readonly LeaseTerm Term = LeaseTerm.Usual;

    public Instant NextDue => StartedAt + Every;
}
