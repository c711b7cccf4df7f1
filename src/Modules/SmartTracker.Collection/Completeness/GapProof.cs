using System.Globalization;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Completeness;

/// <summary>Settles gaps that a printer's own counter proves to be empty, inside the caller's transaction.</summary>
public sealed class GapProof(GapStore gaps, PrinterReconciler reconciler, TimeProvider time)
{
    public async Task SettleAsync(PrinterId printer, CancellationToken cancellationToken)
    {
        foreach (var gap in (await gaps.ListAsync(printer, cancellationToken)).Where(gap => gap.Decision is null))
        {
            var proof = await reconciler.ProofAsync(printer, new Interval(gap.FromAt, gap.ToAt), cancellationToken);
            if (proof is { IsProof: true })
                await gaps.DecideAsync(gap, Decision(proof), cancellationToken);
        }
    }

    private GapDecision Decision(Reconciliation proof) =>
        new(GapVerdict.ProvedByMeters, proof.Counted.ToString(CultureInfo.InvariantCulture), By: null, time.Now());
}
