using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Costing.Data;

/// <summary>Lets many transactions rate at once, but none beside one that publishes; else a job could keep a rule that was replaced while it was stored.
/// SQLite has one writer at a time anyway. Held until the transaction ends.</summary>
public sealed class CostRulesLock(CostingDbContext context, ITenantDatabase database)
{
    public Task ForRatingAsync(CancellationToken cancellationToken) => LockAsync("LOCK TABLE cost_rules IN SHARE MODE", cancellationToken);

    public Task ForPublishingAsync(CancellationToken cancellationToken) => LockAsync("LOCK TABLE cost_rules IN SHARE ROW EXCLUSIVE MODE", cancellationToken);

    private async Task LockAsync(string sql, CancellationToken cancellationToken)
    {
        if (database.CurrentTransaction is null)
            throw new InvalidOperationException("Rating and publishing happen inside a transaction.");

        if (database.Engine == DatabaseEngine.Postgres)
            await context.Database.ExecuteSqlRawAsync(sql, cancellationToken);
    }
}
