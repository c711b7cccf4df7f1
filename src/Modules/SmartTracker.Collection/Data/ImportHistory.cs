using Microsoft.EntityFrameworkCore;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Data;

/// <summary>One line for each import: when, by whom, how far it came.</summary>
public sealed class ImportHistory(CollectionDbContext context)
{
    /// <summary>Newest first.</summary>
    /// <param name="before">Only those that began before this one.</param>
    public Task<List<ImportRecord>> ListAsync(ImportId? before, int count, CancellationToken cancellationToken)
    {
        var records = context.Imports.AsNoTracking();
        if (before is { } id)
            records = records.Where(record => context.Imports.Any(last => last.Id == id && record.StartedAt < last.StartedAt));

        return records.OrderByDescending(record => record.StartedAt).ThenByDescending(record => record.Id).Take(count).ToListAsync(cancellationToken);
    }

    public Task<ImportRecord?> FindAsync(ImportId id, CancellationToken cancellationToken) =>
        context.Imports.AsNoTracking().FirstOrDefaultAsync(record => record.Id == id, cancellationToken);

    /// <summary>Writes how far an import has come.</summary>
    public async Task SaveAsync(ImportRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        var id = record.Id;
        var isKnown = await context.Imports.Where(known => known.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(known => known.EndedAt, record.EndedAt).SetProperty(known => known.Problem, record.Problem)
                .SetProperty(known => known.Accepted, record.Accepted).SetProperty(known => known.Duplicates, record.Duplicates).SetProperty(known => known.Rejected, record.Rejected),
            cancellationToken) > 0;
        if (isKnown)
            return;
        context.Imports.Add(record);
        await context.SaveChangesAsync(cancellationToken);
        context.Entry(record).State = EntityState.Detached;
    }
}
