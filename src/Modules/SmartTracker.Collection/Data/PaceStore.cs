using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Data;

/// <summary>When each printer is read next. One without a row was never read and is due.</summary>
public sealed class PaceStore(CollectionDbContext context)
{
    public async Task<IReadOnlyDictionary<PrinterId, Instant>> NotDueAsync(Instant now, CancellationToken cancellationToken) =>
        await context.Paces.AsNoTracking().Where(pace => pace.DueAt > now).ToDictionaryAsync(pace => pace.PrinterId, pace => pace.DueAt, cancellationToken);

    /// <summary>Somebody wants every printer read with the next round.</summary>
    public Task MakeAllDueAsync(Instant now, CancellationToken cancellationToken) =>
        context.Paces.Where(pace => pace.DueAt > now).ExecuteUpdateAsync(pace => pace.SetProperty(row => row.DueAt, now), cancellationToken);

    public Task<PaceRow?> FindAsync(PrinterId printer, CancellationToken cancellationToken) =>
        context.Paces.FirstOrDefaultAsync(pace => pace.PrinterId == printer, cancellationToken);

    public async Task SaveAsync(PaceRow pace, CancellationToken cancellationToken)
    {
        if (context.Entry(pace).State == EntityState.Detached)
            context.Paces.Add(pace);
        await context.SaveChangesAsync(cancellationToken);
    }
}
