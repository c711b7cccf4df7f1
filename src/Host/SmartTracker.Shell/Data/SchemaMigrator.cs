using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using FluentMigrator;
using FluentMigrator.Runner;
using FluentMigrator.Runner.Conventions;
using FluentMigrator.Runner.Generators.SQLite;
using FluentMigrator.Runner.VersionTableInfo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Data;

/// <summary>Brings a tenant's database to the schema of its features before the first use. One stamp for all modules spares the
/// check of each (250 ms on PostgreSQL); one process at a time migrates a tenant.</summary>
public sealed class SchemaMigrator(TenantConnections connections, DataFolder folder, TimeProvider time)
{
    public async Task MigrateAsync(ShellSettings settings, IReadOnlyList<Feature> features, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var modules = features.Where(feature => MigrationsOf(feature).Any()).ToArray();
        var stamp = Stamp(modules);
        Directory.CreateDirectory(folder.Site(settings.Name));

        await using var connection = connections.Create(settings);
        await connection.OpenAsync(cancellationToken);
        if (await ReadStampAsync(connection, settings, cancellationToken) == stamp)
            return;

        // SQLite has no lock that outlives a transaction, and PostgreSQL's would have to be held on a second connection: a file serves both,
        // and the advisory lock keeps out hosts on other machines.
        using var held = await FileLock.TakeAsync(Path.Combine(folder.Site(settings.Name), ".migrating"), time, cancellationToken);
        await PrepareAsync(connection, settings, cancellationToken);
        if (await ReadStampAsync(connection, settings, cancellationToken) == stamp)
            return;
        foreach (var module in modules)
            Run(settings, module);
        await WriteStampAsync(connection, stamp, cancellationToken);
    }

    private static IEnumerable<Type> MigrationsOf(Feature feature) =>
        feature.Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(ModuleMigration)) && !type.IsAbstract);

    private static string Stamp(IEnumerable<Feature> modules) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', modules
            .Select(module => module.Id + ":" + string.Join(',', MigrationsOf(module)
                .Select(type => ((MigrationAttribute)type.GetCustomAttributes(typeof(MigrationAttribute), false)[0]).Version).Order()))
            .Order(StringComparer.Ordinal)))));

    private void Run(ShellSettings settings, Feature module)
    {
        var sqlite = settings.DatabaseProvider == DatabaseEngine.Sqlite;
        var services = new ServiceCollection()
            .AddFluentMigratorCore()
            .ConfigureRunner(runner =>
            {
                if (sqlite)
                    runner.AddSQLite();
                else
                    runner.AddPostgres15_0();
                runner.WithGlobalConnectionString(connections.MigrationConnectionString(settings)).ScanIn(module.Assembly).For.Migrations();
            })
            .AddSingleton<IVersionTableMetaData>(new ModuleVersionTable(module.Id, sqlite ? "" : settings.Schema));
        if (sqlite)
            services.Replace(ServiceDescriptor.Scoped<ISQLiteTypeMap, SqliteTypes>());
        else
            services.AddSingleton<IConventionSet>(new DefaultConventionSet(settings.Schema, null));

        using var provider = services.BuildServiceProvider();
        using var scope = provider.CreateScope();
        scope.ServiceProvider.GetRequiredService<IMigrationRunner>().MigrateUp();
    }

    private static async Task PrepareAsync(DbConnection connection, ShellSettings settings, CancellationToken cancellationToken)
    {
        if (settings.DatabaseProvider == DatabaseEngine.Sqlite)
        {
            await ExecuteAsync(connection, "PRAGMA journal_mode=WAL", cancellationToken);
        }
        else
        {
            await ExecuteAsync(connection, $"SELECT pg_advisory_lock(hashtextextended('smarttracker:{settings.Schema}', 0))", cancellationToken);
            await ExecuteAsync(connection, $"CREATE SCHEMA IF NOT EXISTS \"{settings.Schema}\"", cancellationToken);
        }

        await ExecuteAsync(connection, "CREATE TABLE IF NOT EXISTS schema_stamp (stamp text NOT NULL)", cancellationToken);
    }

    private static async Task<string?> ReadStampAsync(DbConnection connection, ShellSettings settings, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = settings.DatabaseProvider == DatabaseEngine.Sqlite
            ? "SELECT count(*) FROM sqlite_master WHERE name = 'schema_stamp'"
            : $"SELECT count(*) FROM information_schema.tables WHERE table_schema = '{settings.Schema}' AND table_name = 'schema_stamp'";
        if (Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture) == 0)
            return null;
        command.CommandText = "SELECT stamp FROM schema_stamp";
        return (string?)await command.ExecuteScalarAsync(cancellationToken);
    }

    private static async Task WriteStampAsync(DbConnection connection, string stamp, CancellationToken cancellationToken)
    {
        await ExecuteAsync(connection, "DELETE FROM schema_stamp", cancellationToken);
        await ExecuteAsync(connection, $"INSERT INTO schema_stamp (stamp) VALUES ('{stamp}')", cancellationToken);
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        // Schema names come from TenantRules (letters, digits, hyphens), the stamp is hexadecimal: nothing here is from outside.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
