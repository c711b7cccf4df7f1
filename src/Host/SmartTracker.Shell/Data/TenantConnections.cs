using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Data;

/// <summary>Makes connections to tenants' databases: one PostgreSQL pool per server for all tenants, one file per tenant on SQLite.</summary>
public sealed class TenantConnections(DataFolder folder, HostConfiguration host) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, NpgsqlDataSource> _sources = new(StringComparer.Ordinal);

    /// <summary>A closed connection; whenever it opens, it is the tenant's.</summary>
    public DbConnection Create(ShellSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.DatabaseProvider == DatabaseEngine.Sqlite)
            return new SqliteConnection(SqliteFile(settings));

        var connection = _sources.GetOrAdd(PostgresServer(settings), NpgsqlDataSource.Create).CreateConnection();
        // The pool forgets the search path when a connection returns to it, so it is set at each opening, whoever opens.
        connection.StateChange += (sender, change) =>
        {
            if (change is not { OriginalState: ConnectionState.Closed, CurrentState: ConnectionState.Open })
                return;
            using var command = ((DbConnection)sender).CreateCommand();
            command.CommandText = $"SET search_path TO \"{settings.Schema}\"";
            command.ExecuteNonQuery();
        };
        return connection;
    }

    /// <summary>For the migrator, which opens the tenant's database itself and must leave no pooled connection behind.</summary>
    public string MigrationConnectionString(ShellSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.DatabaseProvider == DatabaseEngine.Sqlite
            ? new SqliteConnectionStringBuilder(SqliteFile(settings)) { Pooling = false }.ToString()
            : new NpgsqlConnectionStringBuilder(PostgresServer(settings)) { SearchPath = settings.Schema, Pooling = false }.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in _sources.Values)
            await source.DisposeAsync();
    }

    private string SqliteFile(ShellSettings settings) => new SqliteConnectionStringBuilder
    {
        DataSource = folder.DatabaseFile(settings.Name),
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();

    /// <summary>The PostgreSQL server that the tenant's own connection string names, else the host's.</summary>
    internal string PostgresServer(ShellSettings settings) => settings.ConnectionString is { Length: > 0 } own
        ? own
        : host.Values["SmartTracker:Database:ConnectionString"]
            ?? throw new TenantRefusedException(
                nameof(NewTenant.Database), "PostgreSQL needs a connection string: give one, or set SmartTracker:Database:ConnectionString on the host.");
}
