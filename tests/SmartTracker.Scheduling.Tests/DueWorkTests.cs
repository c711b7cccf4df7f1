using NodaTime;
using SmartTracker.Scheduling.Domain;

namespace SmartTracker.Scheduling.Tests;

public sealed class DueWorkTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 2, 8, 0);
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Fact]
    public void Work_is_free_from_the_moment_it_is_due()
    {
        Assert.True(IsFree(Work(dueAt: Now)));
        Assert.False(IsFree(Work(dueAt: Now + Minute)));
    }

    [Fact]
    public void Work_that_somebody_runs_is_not_free_even_when_it_was_asked_for_again() =>
        Assert.False(IsFree(Work(dueAt: Now - Minute, leaseUntil: Now + Minute)));

    [Fact]
    public void Work_that_was_left_behind_is_free_although_its_next_time_is_far() =>
        Assert.True(IsFree(Work(dueAt: Now + Duration.FromDays(1), leaseUntil: Now - Minute)));

    [Fact]
    public void The_next_time_is_counted_from_the_start_of_a_run()
    {
        var lease = new Lease("nordplan", "collect-print-jobs", Guid.CreateVersion7(), 1, Now, Duration.FromMinutes(15));
        Assert.Equal(Now + Duration.FromMinutes(15), lease.NextDue);
    }

    [Fact]
    public void A_lease_outlives_two_failed_renewals() => Assert.True(Lease.Term.RenewEvery * 2 < Lease.Term.Length);

    private static bool IsFree(DueWork work) => DueWork.IsFree(Now).Compile()(work);

    private static DueWork Work(Instant dueAt, Instant? leaseUntil = null) => new()
    {
        Tenant = "nordplan",
        Work = "collect-print-jobs",
        DueAt = dueAt,
        LeaseOwner = leaseUntil is null ? null : Guid.CreateVersion7(),
        LeaseUntil = leaseUntil,
    };
}
