using Microsoft.Extensions.Options;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>Decides at the end of each collection, inside its transaction, when the printer is read next.</summary>
public sealed class CollectionPacing(PaceStore paces, IOptions<CollectionOptions> options, TimeProvider time)
{
    /// <param name="before">As it was when the collection began; null where the printer was never read.</param>
    public Task AfterAsync(PrinterId printer, PaceRow? before, CollectionEnd end, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(end);
        var (now, usual) = (time.Now(), Duration.FromMinutes(options.Value.EveryMinutes));
        var isGood = end.Result == CollectionResult.Complete;
        var failures = isGood ? 0 : (before?.Failures ?? 0) + 1;
        var wait = isGood
            ? CollectionPace.AfterSuccess(usual, end.NewJobs, end.ListHolds, now - before?.ReadAt)
            : CollectionPace.AfterFailure(usual, failures, Chance());
        var pace = new PaceRow
        {
            PrinterId = printer,
            DueAt = now + wait,
            ReadAt = isGood ? now : before?.ReadAt,
            Failures = failures,
            TookMs = (int)end.Took.TotalMilliseconds,
        };
        return paces.SaveAsync(pace, cancellationToken);
    }

#pragma warning disable CA5394 // Spreads load; nothing secret hangs on it.
    private static double Chance() => Random.Shared.NextDouble();
#pragma warning restore CA5394
}
