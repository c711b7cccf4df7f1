using LinqToDB.Data;
using LinqToDB.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Shell.Data;

/// <summary>Writes many new rows at once on a context's connection: binary COPY on PostgreSQL, many rows in a statement on SQLite.</summary>
internal static class BulkInsert
{
    static BulkInsert() => LinqToDBForEFTools.Initialize();

    public static Task InsertAsync<T>(DbContext context, DatabaseEngine engine, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var type = engine == DatabaseEngine.Postgres ? BulkCopyType.ProviderSpecific : BulkCopyType.MultipleRows;
        return context.BulkCopyAsync(new BulkCopyOptions { BulkCopyType = type }, rows, cancellationToken);
    }
}
