using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Costing.Data;

public sealed class RatedJobsStore(CostingDbContext context, ITenantDatabase database)
{
    /// <summary>Ids per query: far below the parameter limits of both databases.</summary>
    private const int ChunkSize = 500;

    private IQueryable<RatedJob> Current => context.RatedJobs.AsNoTracking().Where(rated => rated.IsCurrent);

    public async Task<IReadOnlyDictionary<PrintJobId, RatedJob>> CurrentAsync(IReadOnlyCollection<PrintJobId> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<PrintJobId, RatedJob>(ids.Count);
        foreach (var chunk in ids.Distinct().Chunk(ChunkSize))
        {
            await foreach (var rated in Current.Where(rated => chunk.Contains(rated.PrintJobId)).AsAsyncEnumerable().WithCancellation(cancellationToken))
                found.Add(rated.PrintJobId, rated);
        }

        return found;
    }

    public Task<int> CountCurrentAsync(CancellationToken cancellationToken) => Current.CountAsync(cancellationToken);

    public Task<List<RatedJob>> UnratedInAsync(Interval interval, CancellationToken cancellationToken) =>
        In(interval).Where(rated => rated.Status == RatedStatus.Unrated).OrderByDescending(rated => rated.AccountedAt).ToListAsync(cancellationToken);

    public Task<List<RatedJob>> UnratedPageAsync(int skip, int take, CancellationToken cancellationToken) =>
        Current.Where(rated => rated.Status == RatedStatus.Unrated)
            .OrderByDescending(rated => rated.AccountedAt).ThenBy(rated => rated.PrintJobId)
            .Skip(skip).Take(take).ToListAsync(cancellationToken);

    public Task<int> CountUnratedAsync(CancellationToken cancellationToken) =>
        Current.CountAsync(rated => rated.Status == RatedStatus.Unrated, cancellationToken);

    public async Task<RatedTotals> TotalsAsync(Interval interval, CancellationToken cancellationToken)
    {
        var totals = await In(interval).GroupBy(_ => 1).Select(all => new
        {
            Jobs = all.Count(),
            Unrated = all.Count(rated => rated.Status == RatedStatus.Unrated),
            Cost = all.Sum(rated => rated.Amount ?? 0),
            Media = all.Sum(rated => rated.MediaArea ?? 0),
            Ink = all.Sum(rated => rated.Ink ?? 0),
        }).SingleOrDefaultAsync(cancellationToken);
        return totals is null ? new RatedTotals(0, 0, 0, 0, 0) : new RatedTotals(totals.Jobs, totals.Unrated, totals.Cost, totals.Media, totals.Ink);
    }

    /// <summary>Current ratings by rule; jobs without a rule are not counted.</summary>
    public async Task<IReadOnlyDictionary<CostRuleId, RuleUse>> UseByRuleAsync(CancellationToken cancellationToken) =>
        await Current.Where(rated => rated.RuleId != null).GroupBy(rated => rated.RuleId)
            .Select(jobs => new { Rule = jobs.Key, Jobs = jobs.Count(), Unrated = jobs.Count(rated => rated.Status == RatedStatus.Unrated) })
            .ToDictionaryAsync(use => use.Rule!.Value, use => new RuleUse(use.Jobs, use.Unrated), cancellationToken);

    /// <summary>Makes these the current ratings of their jobs: earlier revisions stay as history, the same revision is written over.</summary>
    public async Task SaveAsync(IReadOnlyCollection<RatedJob> ratings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        // Ids rise with time, so of a job above the newest no rating can be there.
        var newest = await context.RatedJobs.AsNoTracking().OrderByDescending(rated => rated.PrintJobId).Select(rated => (PrintJobId?)rated.PrintJobId).FirstOrDefaultAsync(cancellationToken);
        var added = new List<RatedJob>(ratings.Count);
        added.AddRange(ratings.Where(IsNew));
        foreach (var chunk in ratings.Where(rated => !IsNew(rated)).Chunk(ChunkSize))
        {
            var ids = chunk.Select(rated => rated.PrintJobId).ToArray();
            await RetireAsync(ids, cancellationToken);
            var known = await context.RatedJobs.Where(rated => ids.Contains(rated.PrintJobId)).ToDictionaryAsync(rated => (rated.PrintJobId, rated.Revision), cancellationToken);
            foreach (var rated in chunk)
            {
                if (known.TryGetValue((rated.PrintJobId, rated.Revision), out var stored))
                    context.Entry(stored).CurrentValues.SetValues(rated);
                else
                    added.Add(rated);
            }

            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear();
        }

        await database.InsertAsync(context, added, cancellationToken);

        bool IsNew(RatedJob rated) => newest is not { } highest || rated.PrintJobId.Value > highest.Value;
    }

    /// <summary>These jobs have no current rating any more: they are being printed again.</summary>
    public async Task RetireAsync(IReadOnlyCollection<PrintJobId> ids, CancellationToken cancellationToken)
    {
        foreach (var chunk in ids.Chunk(ChunkSize))
        {
            await context.RatedJobs.Where(rated => rated.IsCurrent && chunk.Contains(rated.PrintJobId))
                .ExecuteUpdateAsync(set => set.SetProperty(rated => rated.IsCurrent, false), cancellationToken);
        }
    }

    private IQueryable<RatedJob> In(Interval interval)
    {
        var jobs = Current;
        if (interval.HasStart)
        {
            var start = interval.Start;
            jobs = jobs.Where(rated => rated.AccountedAt >= start);
        }

        if (interval.HasEnd)
        {
            var end = interval.End;
            jobs = jobs.Where(rated => rated.AccountedAt < end);
        }

        return jobs;
    }
}

/// <summary>How many jobs a rule rates now, and how many of them it could not.</summary>
public sealed record RuleUse(int Jobs, int Unrated);
