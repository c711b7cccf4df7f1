using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Completeness;

/// <summary>Settles gaps that a printer's own counter proves to be empty, inside the caller's transaction.</summary>
public sealed class GapProof(GapStore gaps, PrinterReconciler reconciler, CollectionDbContext context, TimeProvider time)
{
    /// <param name="news">Of the counters, at this visit.</param>
    public async Task SettleAsync(PrinterId printer, MeterNews news, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(news);
        var open = await gaps.OpenAsync(printer, cancellationToken);
        if (open.Count == 0)
            return;
        // Where no counter moved and no job came, a comparison would end as it did when the counters were read before.
        var compare = news.Moved || await AnyJobSinceAsync(printer, news.ReadBefore, cancellationToken);
        foreach (var gap in open.Where(gap => compare || gap.ToAt >= news.ReadBefore))
        {
            var proof = await reconciler.ProofAsync(printer, new Interval(gap.FromAt, gap.ToAt), cancellationToken);
            if (proof is { IsProof: true })
                await gaps.DecideAsync(gap, Decision(proof), cancellationToken);
        }
    }

    private async Task<bool> AnyJobSinceAsync(PrinterId printer, Instant? before, CancellationToken cancellationToken) =>
        before is not { } since || await context.PrintJobs.AnyAsync(job => job.PrinterId == printer && job.LastChangedAt >= since, cancellationToken);

    private GapDecision Decision(Reconciliation proof) =>
        new(GapVerdict.ProvedByMeters, proof.Counted.ToString(CultureInfo.InvariantCulture), By: null, time.Now());
}
