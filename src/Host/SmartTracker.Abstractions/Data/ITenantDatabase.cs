using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace SmartTracker.Abstractions.Data;

/// <summary>The tenant's database in this scope: one connection that every context and every bulk copy of the scope uses.
/// A use case opens one transaction; all module contexts of the scope join it.</summary>
public interface ITenantDatabase
{
    DatabaseEngine Engine { get; }

    /// <summary>The scope's connection, opened. Outside a transaction whoever opens it closes it, so that none is held across device or mail I/O.</summary>
    DbConnection Connection { get; }

    DbTransaction? CurrentTransaction { get; }

    /// <summary>Starts the transaction of a use case (on SQLite a write transaction). Disposed without commit it rolls back.</summary>
    /// <exception cref="InvalidOperationException">The scope is already in a transaction.</exception>
    Task<ITenantTransaction> BeginAsync(CancellationToken cancellationToken);

    /// <summary>Starts a transaction around use cases: the one that each begins joins it, and its commit only says that all is well;
    /// without it what that use case did is taken back.</summary>
    Task<ITenantTransaction> BeginAroundAsync(CancellationToken cancellationToken);

    /// <summary>Writes many new rows of a context's entity at once, in the running transaction, without the context tracking them.</summary>
    /// <exception cref="InvalidOperationException">The scope is in no transaction.</exception>
    Task InsertAsync<T>(DbContext context, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Whether the database refused what was to be written (a constraint, a value out of range) and would do so again.</summary>
    bool IsRefusal(Exception exception);

    /// <summary>Points a module's context at the scope's connection.</summary>
    void Configure(DbContextOptionsBuilder options);

    /// <summary>Called by <see cref="ModuleDbContext"/> so that a running or later transaction includes it.</summary>
    void Enlist(DbContext context);
}

public interface ITenantTransaction : IAsyncDisposable
{
    Task CommitAsync(CancellationToken cancellationToken);
}
