using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Data;

/// <summary>When each printer is read next. One without a row was never read and is due.</summary>
public sealed class PaceStore(CollectionDbContext context)
{
    public async Task<IReadOnlyDictionary<PrinterId, PaceRow>> ListAsync(CancellationToken cancellationToken) =>
        await context.Paces.AsNoTracking().ToDictionaryAsync(pace => pace.PrinterId, cancellationToken);

    /// <summary>Somebody wants every printer read with the next round.</summary>
    public Task MakeAllDueAsync(Instant now, CancellationToken cancellationToken) =>
        context.Paces.Where(pace => pace.DueAt > now).ExecuteUpdateAsync(pace => pace.SetProperty(row => row.DueAt, now), cancellationToken);

    public Task<PaceRow?> FindAsync(PrinterId printer, CancellationToken cancellationToken) =>
        context.Paces.AsNoTracking().FirstOrDefaultAsync(pace => pace.PrinterId == printer, cancellationToken);

    public async Task SaveAsync(PaceRow pace, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pace);
        var known = await context.Paces.Where(row => row.PrinterId == pace.PrinterId).ExecuteUpdateAsync(
            row => row
                .SetProperty(stored => stored.DueAt, pace.DueAt)
                .SetProperty(stored => stored.ReadAt, pace.ReadAt)
                .SetProperty(stored => stored.Failures, pace.Failures)
                .SetProperty(stored => stored.TookMs, pace.TookMs),
            cancellationToken);
        if (known > 0)
            return;
        context.Paces.Add(pace);
        await context.SaveChangesAsync(cancellationToken);
    }
}
