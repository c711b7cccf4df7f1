using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Sources;

namespace SmartTracker.Collection.Import;

/// <summary>Stores one batch of an import with everything that takes part, in one transaction. In a scope of its own, so that a batch that is tried
/// again begins with nothing half done.</summary>
public sealed class ImportBatchStorage(ITenantDatabase database, PrintJobStore jobs, SourceMatching sources, ImportHistory history, IEnumerable<IPrintJobsStored> participants)
{
    /// <summary>Answers how many rows said something new.</summary>
    /// <param name="record">Stored before, because the jobs refer to it. As it stands after the batch; its number of accepted rows and duplicates is set here.</param>
    /// <param name="trustHighest">False after the unique index objected.</param>
    public async Task<int> StoreAsync(ImportRecord record, IReadOnlyList<SeenJob> seen, bool trustHighest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(seen);
        var (accepted, duplicates) = (record.Accepted, record.Duplicates);
        await using var transaction = await database.BeginAsync(cancellationToken);
        var sorted = await sources.SortAsync(seen, isSwitched: false, cancellationToken);
        var stored = await jobs.StoreAsync(sorted.ToStore, cancellationToken, trustHighest);
        if (stored.New + stored.Changed > 0 && participants.Any())
        {
            var told = stored.ToTell();
            foreach (var participant in participants)
                await participant.StoredAsync(told, cancellationToken);
        }

        // What a person is asked about is taken in, too: it comes once.
        var news = stored.SightingsAdded + sorted.Asked;
        record.Accepted = accepted + news;
        record.Duplicates = duplicates + seen.Count - news;
        await history.SaveAsync(record, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return news;
    }
}
