using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Data;

/// <summary>Stretches in which jobs of a printer may have been missed, and what was decided about them.</summary>
public sealed class GapStore(CollectionDbContext context)
{
    /// <summary>Of one printer, newest first.</summary>
    public async Task<IReadOnlyList<KnownGap>> ListAsync(PrinterId printer, CancellationToken cancellationToken) =>
        await Gaps(context.CoverageIntervals.Where(stretch => stretch.PrinterId == printer)).ToListAsync(cancellationToken);

    /// <summary>Of all printers, newest first.</summary>
    public async Task<IReadOnlyList<KnownGap>> ListAsync(CancellationToken cancellationToken) => await Gaps(context.CoverageIntervals).ToListAsync(cancellationToken);

    /// <summary>Nothing was decided about them; of all printers, newest first.</summary>
    public async Task<IReadOnlyList<KnownGap>> OpenAsync(CancellationToken cancellationToken) =>
        await Gaps(context.CoverageIntervals).Where(gap => gap.Decision == null).ToListAsync(cancellationToken);

    /// <summary>Nothing was decided about them; of one printer, newest first.</summary>
    public async Task<IReadOnlyList<KnownGap>> OpenAsync(PrinterId printer, CancellationToken cancellationToken) =>
        await Gaps(context.CoverageIntervals.Where(stretch => stretch.PrinterId == printer)).Where(gap => gap.Decision == null).ToListAsync(cancellationToken);

    public async Task<KnownGap?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await Gaps(context.CoverageIntervals.Where(stretch => stretch.Id == id)).FirstOrDefaultAsync(cancellationToken);

    public async Task DecideAsync(KnownGap gap, GapDecision decision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(gap);
        ArgumentNullException.ThrowIfNull(decision);
        context.GapDecisions.Add(new GapDecisionRow
        {
            CoverageIntervalId = gap.Id,
            Decision = decision.Verdict,
            Reason = decision.Reason,
            DecidedBy = decision.By,
            DecidedAt = decision.At,
        });
        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task<bool> ReopenAsync(KnownGap gap, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(gap);
        return await context.GapDecisions.Where(decision => decision.CoverageIntervalId == gap.Id).ExecuteDeleteAsync(cancellationToken) == 1;
    }

    private IQueryable<KnownGap> Gaps(IQueryable<CoverageRow> stretches) => stretches.AsNoTracking()
        .Where(stretch => stretch.IsGap)
        .LeftJoin(context.GapDecisions.AsNoTracking(), stretch => stretch.Id, decision => decision.CoverageIntervalId, (stretch, decision) => new { stretch, decision })
        .OrderByDescending(row => row.stretch.ToAt)
        .Select(row => new KnownGap { Id = row.stretch.Id, PrinterId = row.stretch.PrinterId, FromAt = row.stretch.FromAt, ToAt = row.stretch.ToAt, Decision = row.decision });
}

/// <summary>A stretch in which jobs may have been missed.</summary>
public sealed class KnownGap
{
    public Guid Id { get; init; }
    public PrinterId PrinterId { get; init; }
    public Instant FromAt { get; init; }
    public Instant ToAt { get; init; }

    /// <summary>Null while it is open.</summary>
    public GapDecisionRow? Decision { get; init; }
}
