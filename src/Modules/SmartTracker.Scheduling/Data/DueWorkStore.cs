using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Scheduling.Domain;

namespace SmartTracker.Scheduling.Data;

/// <summary>The table of due work. Each change is one conditional statement, so that two hosts on one database cannot both win.</summary>
public sealed class DueWorkStore(SchedulingDbContext context)
{
    /// <param name="tenant">One tenant's works, or null for all.</param>
    public async Task<IReadOnlyList<DueWork>> ListAsync(string? tenant, CancellationToken cancellationToken) =>
        await context.DueWork.AsNoTracking()
            .Where(work => tenant == null || work.Tenant == tenant)
            .OrderBy(work => work.Tenant).ThenBy(work => work.Work)
            .ToListAsync(cancellationToken);

    /// <summary>Works that nobody runs and nobody has queued.</summary>
    public async Task<IReadOnlyList<DueWork>> ListFreeAsync(Instant now, CancellationToken cancellationToken) =>
        await context.DueWork.AsNoTracking()
            .Where(DueWork.IsFree(now))
            .Where(work => work.QueuedUntil == null || work.QueuedUntil < now)
            .OrderBy(work => work.DueAt)
            .ToListAsync(cancellationToken);

    public Task MarkQueuedAsync(string tenant, string[] works, Instant now, Instant until, CancellationToken cancellationToken) =>
        context.DueWork.Where(DueWork.IsFree(now)).Where(work => work.Tenant == tenant && works.Contains(work.Work))
            .ExecuteUpdateAsync(set => set.SetProperty(work => work.QueuedUntil, (Instant?)until), cancellationToken);

    /// <summary>After a start with an empty queue: what was queued before is not any more.</summary>
    public Task ForgetQueueAsync(CancellationToken cancellationToken) =>
        context.DueWork.Where(work => work.QueuedUntil != null)
            .ExecuteUpdateAsync(set => set.SetProperty(work => work.QueuedUntil, (Instant?)null), cancellationToken);

    /// <summary>Makes a work due now. False when the tenant has none of that name in the table.</summary>
    public async Task<bool> RequestAsync(string tenant, string work, Instant now, CancellationToken cancellationToken) =>
        await Row(tenant, work).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.DueAt, now).SetProperty(row => row.QueuedUntil, (Instant?)null), cancellationToken) == 1;

    /// <summary>Takes the lease, or answers null when the work is not due or somebody else has it.</summary>
    public async Task<Lease?> TakeAsync(string tenant, string work, Instant now, CancellationToken cancellationToken)
    {
        if (await Row(tenant, work).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } row)
            return null;

        var lease = new Lease(tenant, work, Guid.CreateVersion7(), checked(row.Attempts + 1), now, row.Every);
        // The next due time is written now, so that a request made while the work runs is not overwritten when it ends.
        var taken = await Row(tenant, work).Where(DueWork.IsFree(now)).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.LeaseOwner, (Guid?)lease.Owner)
                .SetProperty(r => r.LeaseUntil, (Instant?)Lease.Term.UntilFrom(now))
                .SetProperty(r => r.DueAt, lease.NextDue)
                .SetProperty(r => r.QueuedUntil, (Instant?)null)
                .SetProperty(r => r.Attempts, lease.Attempt)
                .SetProperty(r => r.LastStartedAt, (Instant?)now),
            cancellationToken);
        return taken == 1 ? lease : null;
    }

    public async Task<bool> RenewAsync(Lease lease, Instant now, CancellationToken cancellationToken) =>
        await Held(lease).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.LeaseUntil, (Instant?)Lease.Term.UntilFrom(now)), cancellationToken) == 1;

    /// <summary>Records success. False, and nothing written, when the lease was lost.</summary>
    public async Task<bool> CompleteAsync(Lease lease, Instant now, CancellationToken cancellationToken) =>
        await Held(lease).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.LeaseOwner, (Guid?)null)
                .SetProperty(row => row.LeaseUntil, (Instant?)null)
                .SetProperty(row => row.Attempts, 0)
                .SetProperty(row => row.LastEndedAt, (Instant?)now)
                .SetProperty(row => row.LastProblem, (string?)null),
            cancellationToken) == 1;

    /// <summary>Records failure. A request that came meanwhile stays due. False, and nothing written, when the lease was lost.</summary>
    public async Task<bool> FailAsync(Lease lease, Instant now, string problem, Instant retryAt, CancellationToken cancellationToken)
    {
        await Held(lease).Where(row => row.DueAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, retryAt), cancellationToken);
        return await Held(lease).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.LeaseOwner, (Guid?)null)
                .SetProperty(row => row.LeaseUntil, (Instant?)null)
                .SetProperty(row => row.LastEndedAt, (Instant?)now)
                .SetProperty(row => row.LastProblem, problem),
            cancellationToken) == 1;
    }

    /// <summary>Gives work back that could not be finished because the host stops: due again at once, no failure.</summary>
    public Task ReleaseAsync(Lease lease, Instant now, CancellationToken cancellationToken) =>
        Held(lease).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.LeaseOwner, (Guid?)null)
                .SetProperty(row => row.LeaseUntil, (Instant?)null)
                .SetProperty(row => row.DueAt, now)
                .SetProperty(row => row.Attempts, lease.Attempt - 1),
            cancellationToken);

    private IQueryable<DueWork> Row(string tenant, string work) =>
        context.DueWork.Where(row => row.Tenant == tenant && row.Work == work);

    private IQueryable<DueWork> Held(Lease lease) =>
        Row(lease.Tenant, lease.Work).Where(row => row.LeaseOwner == lease.Owner);
}
