using System.Globalization;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Data;

/// <summary>A tenant's database as a whole: whether one can be made where the settings say, and its removal.</summary>
public sealed class TenantDatabases(TenantConnections connections, DataFolder folder)
{
    private const int OldestPostgres = 15;
    private const int SecondsToConnect = 10;

    /// <summary>Tries the database before anything is written to it.</summary>
    /// <exception cref="TenantRefusedException">It cannot be used; the message says what to mend.</exception>
    public async Task RequireUnusedAsync(ShellSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.DatabaseProvider == DatabaseEngine.Postgres)
            await RequireSchemaAsync(settings, cancellationToken);
        else if (File.Exists(folder.DatabaseFile(settings.Name)))
            throw Refused(settings, "There is data already in {0}. Move it away, or bring back the tenants.json that it belongs to.", folder.DatabaseFile(settings.Name));
    }

    /// <summary>Removes the tenant's data for good. Only for a setup that failed.</summary>
    public async Task DropAsync(ShellSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.DatabaseProvider == DatabaseEngine.Sqlite)
        {
            SqliteConnection.ClearAllPools();
            foreach (var suffix in new[] { "", "-wal", "-shm", "-journal" })
                File.Delete(folder.DatabaseFile(settings.Name) + suffix);
            return;
        }

        await using var connection = connections.Create(settings);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        // The name passed TenantRules: letters, digits and hyphens only.
#pragma warning disable CA2100
        command.CommandText = $"DROP SCHEMA IF EXISTS \"{settings.Schema}\" CASCADE";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private async Task RequireSchemaAsync(ShellSettings settings, CancellationToken cancellationToken)
    {
        var server = Server(settings);
        try
        {
            await using var connection = new NpgsqlConnection(server.ToString());
            await connection.OpenAsync(cancellationToken);
            if (connection.PostgreSqlVersion.Major < OldestPostgres)
                throw Refused(settings, "PostgreSQL {0} is too old. Take {1} or newer.", connection.PostgreSqlVersion, OldestPostgres);
            if (!await AskAsync(connection, "SELECT has_database_privilege(current_database(), 'CREATE')", "", cancellationToken))
                throw Refused(settings, "The user '{0}' may not create schemas. Let the database's owner run: GRANT CREATE ON DATABASE {1} TO {0}.", server.Username ?? "", connection.Database);
            if (await AskAsync(connection, "SELECT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = $1)", settings.Schema, cancellationToken))
                throw Refused(settings, "The schema '{0}' holds tables already. Choose another database, or bring back the tenants.json that they belong to.", settings.Schema);
        }
        catch (PostgresException exception)
        {
            throw exception.SqlState switch
            {
                PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                    Refused(settings, "PostgreSQL refuses the user '{0}' or the password. Check both.", server.Username ?? ""),
                PostgresErrorCodes.InvalidCatalogName => Refused(settings, "PostgreSQL has no database '{0}'. Create it first.", server.Database ?? ""),
                _ => Refused(settings, "PostgreSQL refuses: {0}", exception.MessageText),
            };
        }
        catch (Exception exception) when (exception is NpgsqlException or SocketException or TimeoutException)
        {
            throw Refused(settings, "No PostgreSQL answers at {0}. Check host and port, and that it is running.", string.Create(CultureInfo.InvariantCulture, $"{server.Host}:{server.Port}"));
        }
    }

    private NpgsqlConnectionStringBuilder Server(ShellSettings settings)
    {
        try
        {
            var server = new NpgsqlConnectionStringBuilder(connections.PostgresServer(settings)) { Timeout = SecondsToConnect, CommandTimeout = SecondsToConnect, Pooling = false };
            return string.IsNullOrWhiteSpace(server.Host) ? throw new ArgumentException("No host.") : server;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException or InvalidCastException)
        {
            throw Refused(settings, "This is not a connection string. It looks like Host=db.example.org;Database=smarttracker;Username=smarttracker;Password=….");
        }
    }

    private static async Task<bool> AskAsync(NpgsqlConnection connection, string question, string argument, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // The two questions above.
        await using var command = new NpgsqlCommand(question, connection);
#pragma warning restore CA2100
        if (argument.Length > 0)
            command.Parameters.Add(new NpgsqlParameter { Value = argument });
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private static TenantRefusedException Refused(ShellSettings settings, string sentence, params object[] arguments) =>
        new(settings.ConnectionString.Length > 0 ? nameof(NewTenant.ConnectionString) : nameof(NewTenant.Database), sentence, arguments);
}
