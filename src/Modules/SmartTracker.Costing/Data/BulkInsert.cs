using LinqToDB.Data;
using LinqToDB.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Costing.Data;

/// <summary>Writes many new rows at once on the scope's connection and transaction: binary COPY on PostgreSQL, many rows in a statement on SQLite.</summary>
public sealed class BulkInsert(ITenantDatabase database)
{
    static BulkInsert() => LinqToDBForEFTools.Initialize();

    public async Task InsertAsync<T>(DbContext context, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0)
            return;
        // It would open a connection of its own, past the tenant's schema.
        if (database.CurrentTransaction is null)
            throw new InvalidOperationException("Rows are written inside a transaction.");

        var type = database.Engine == DatabaseEngine.Postgres ? BulkCopyType.ProviderSpecific : BulkCopyType.MultipleRows;
        await context.BulkCopyAsync(new BulkCopyOptions { BulkCopyType = type }, rows, cancellationToken);
    }
}
