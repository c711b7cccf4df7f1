using Microsoft.Extensions.Options;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>Decides after each collection when the printer is read next.</summary>
public sealed class CollectionPacing(PaceStore paces, ITenantDatabase database, IOptions<CollectionOptions> options, TimeProvider time)
{
    public async Task AfterAsync(PrinterId printer, CollectionEnd end, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(end);
        // Whoever is not read by us, or by another right now, has a pace of its own.
        if (end.Result is CollectionResult.Paused or CollectionResult.AlreadyRunning)
            return;

        await using var transaction = await database.BeginAsync(cancellationToken);
        var pace = await paces.FindAsync(printer, cancellationToken) ?? new PaceRow { PrinterId = printer };
        var (now, usual) = (time.Now(), Duration.FromMinutes(options.Value.EveryMinutes));
        if (end.Result == CollectionResult.Complete)
        {
            pace.DueAt = now + CollectionPace.AfterSuccess(usual, end.NewJobs, end.ListHolds, now - pace.ReadAt);
            (pace.ReadAt, pace.Failures) = (now, 0);
        }
        else
        {
            pace.Failures++;
            pace.DueAt = now + CollectionPace.AfterFailure(usual, pace.Failures, Chance());
        }

        await paces.SaveAsync(pace, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

#pragma warning disable CA5394 // Spreads load; nothing secret hangs on it.
    private static double Chance() => Random.Shared.NextDouble();
#pragma warning restore CA5394
}
