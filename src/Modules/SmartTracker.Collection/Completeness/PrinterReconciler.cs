using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Completeness;

/// <summary>Holds what a printer's own counters advanced against what its jobs say.</summary>
public sealed class PrinterReconciler(MeterReadStore meters, CollectionDbContext context)
{
    public async Task<IReadOnlyList<Reconciliation>> CompareAsync(PrinterId printer, Interval stretch, CancellationToken cancellationToken)
    {
        var advances = MeterAdvance.Over(stretch, await meters.RunsAsync(printer, stretch, cancellationToken));
        return await CompareAsync(printer, advances, cancellationToken);
    }

    /// <summary>Whether the counter of impressions shows that no job of the stretch is missing; null where it was not read before and after.</summary>
    public async Task<Reconciliation?> ProofAsync(PrinterId printer, Interval stretch, CancellationToken cancellationToken)
    {
        var runs = (await meters.RunsAsync(printer, new Interval(stretch.Start, null), cancellationToken))
            .Where(run => run.Kind == MeterKind.Impressions).ToList();
        if (!runs.Exists(run => run.FirstReadAt <= stretch.Start) || runs.Find(run => run.LastReadAt >= stretch.End) is not { } closing)
            return null;

        var read = new Interval(stretch.Start, Instant.Max(closing.FirstReadAt, stretch.End));
        return await CompareAsync(printer, MeterAdvance.Over(read, runs), cancellationToken) is [var counter, ..] ? counter : null;
    }

    private async Task<IReadOnlyList<Reconciliation>> CompareAsync(PrinterId printer, IReadOnlyList<MeterAdvance> advances, CancellationToken cancellationToken)
    {
        if (advances.Count == 0)
            return [];
        var (from, to) = (advances.Min(advance => advance.From), advances.Max(advance => advance.To));
        var jobs = await context.PrintJobs.AsNoTracking()
            .Where(job => job.PrinterId == printer && job.AccountedAt > from && job.AccountedAt <= to)
            .Select(job => new AccountedFigures(job.Kind, job.Status, job.AccountedAt, job.Impressions, job.MediaAreaMm2, job.MediaWidthUm, job.InkNl))
            .ToListAsync(cancellationToken);
        return Reconciliation.Of(advances, jobs);
    }
}
