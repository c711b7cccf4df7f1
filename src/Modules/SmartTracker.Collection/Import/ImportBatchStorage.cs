using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;

namespace SmartTracker.Collection.Import;

/// <summary>Stores one batch of an import with everything that takes part, in one transaction. In a scope of its own, so that a batch that is tried
/// again begins with nothing half done.</summary>
public sealed class ImportBatchStorage(ITenantDatabase database, PrintJobStore jobs, ImportHistory history, IEnumerable<IPrintJobsStored> participants)
{
    /// <summary>Answers how many rows said something new.</summary>
    /// <param name="record">As it stands after the batch; its number of accepted rows and duplicates is set here.</param>
    /// <param name="trustHighest">False after the unique index objected.</param>
    public async Task<int> StoreAsync(ImportRecord record, IReadOnlyList<SeenJob> seen, bool trustHighest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(seen);
        var (accepted, duplicates) = (record.Accepted, record.Duplicates);
        await using var transaction = await database.BeginAsync(cancellationToken);
        // Before the jobs, which refer to it.
        await history.SaveAsync(record, cancellationToken);
        var stored = await jobs.StoreAsync(seen, cancellationToken, trustHighest);
        if (stored.New + stored.Changed > 0 && participants.Any())
        {
            var told = stored.ToTell();
            foreach (var participant in participants)
                await participant.StoredAsync(told, cancellationToken);
        }

        record.Accepted = accepted + stored.SightingsAdded;
        record.Duplicates = duplicates + seen.Count - stored.SightingsAdded;
        await history.SaveAsync(record, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return stored.SightingsAdded;
    }
}
