using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Data;

/// <summary>One scope's connection and transaction.</summary>
internal sealed class TenantDatabase(ShellSettings settings, TenantConnections connections) : ITenantDatabase, IAsyncDisposable, IDisposable
{
    private readonly List<WeakReference<DbContext>> _contexts = [];
    private DbConnection? _connection;
    private Transaction? _around;

    public DatabaseEngine Engine => settings.DatabaseProvider;

    public DbConnection Connection => _connection ??= connections.Create(settings);

    public DbTransaction? CurrentTransaction { get; private set; }

    public bool IsRefusal(Exception exception) => DatabaseRefusal.Is(exception);

    public void Configure(DbContextOptionsBuilder options)
    {
        if (Engine == DatabaseEngine.Sqlite)
            options.UseSqlite(Connection);
        else
            options.UseNpgsql(Connection);
    }

    public void Enlist(DbContext context)
    {
        _contexts.Add(new(context));
        if (CurrentTransaction is not null)
            context.Database.UseTransaction(CurrentTransaction);
    }

    public async Task<ITenantTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        if (_around is not null)
            return await _around.JoinAsync(cancellationToken);
        if (CurrentTransaction is not null)
            throw new InvalidOperationException("This scope is already in a transaction; the use case that opened it commits it.");
        return await StartAsync(cancellationToken);
    }

    public async Task<ITenantTransaction> BeginAroundAsync(CancellationToken cancellationToken) =>
        CurrentTransaction is null
            ? _around = await StartAsync(cancellationToken)
            : throw new InvalidOperationException("This scope is already in a transaction.");

    public Task InsertAsync<T>(DbContext context, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0)
            return Task.CompletedTask;
        return CurrentTransaction is null
            ? throw new InvalidOperationException("Rows are written inside a transaction.")
            : BulkInsert.InsertAsync(context, rows, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
            await _connection.DisposeAsync();
    }

    public void Dispose() => _connection?.Dispose();

    private async Task UseInContextsAsync(DbTransaction? transaction, CancellationToken cancellationToken)
    {
        foreach (var reference in _contexts)
        {
            if (reference.TryGetTarget(out var context))
                await context.Database.UseTransactionAsync(transaction, cancellationToken);
        }
    }

    private async Task<Transaction> StartAsync(CancellationToken cancellationToken)
    {
        var openedHere = Connection.State != ConnectionState.Open;
        if (openedHere)
            await Connection.OpenAsync(cancellationToken);
        CurrentTransaction = await Connection.BeginTransactionAsync(cancellationToken);
        await UseInContextsAsync(CurrentTransaction, cancellationToken);
        return new Transaction(this, openedHere);
    }

    private sealed class Transaction(TenantDatabase database, bool closeAfterwards) : ITenantTransaction
    {
        private const string UseCase = "use_case";

        private bool _joined;

        /// <summary>A use case that leaves without its commit takes back only what it did itself.</summary>
        public async Task<Joined> JoinAsync(CancellationToken cancellationToken)
        {
            if (_joined)
                throw new InvalidOperationException("This scope is already in a transaction; the use case that opened it commits it.");
            await database.CurrentTransaction!.SaveAsync(UseCase, cancellationToken);
            _joined = true;
            return new Joined(this);
        }

        public async Task LeaveAsync(bool committed)
        {
            _joined = false;
            if (committed)
                await database.CurrentTransaction!.ReleaseAsync(UseCase);
            else
                await database.CurrentTransaction!.RollbackAsync(UseCase);
        }

        public Task CommitAsync(CancellationToken cancellationToken) => database.CurrentTransaction!.CommitAsync(cancellationToken);

        public async ValueTask DisposeAsync()
        {
            var transaction = database.CurrentTransaction!;
            database.CurrentTransaction = null;
            database._around = null;
            await database.UseInContextsAsync(null, CancellationToken.None);
            await transaction.DisposeAsync();
            if (closeAfterwards)
                await database.Connection.CloseAsync();
        }
    }

    /// <summary>A use case's part of a transaction that somebody else commits.</summary>
    private sealed class Joined(Transaction around) : ITenantTransaction
    {
        private bool _committed;

        public Task CommitAsync(CancellationToken cancellationToken)
        {
            _committed = true;
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync() => new(around.LeaveAsync(_committed));
    }
}
