using Microsoft.Data.Sqlite;
using Npgsql;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.IngestBench;

/// <summary>How fast jobs are taken in through the API, as a share of what the database takes in bare (RELIABILITY P2 and P3), and how much memory that needs.</summary>
internal static class IngestMeasure
{
    private const double PostgresWanted = 0.8;
    private const double SqliteWanted = 0.9;

    public static async Task<IngestFigures> RunAsync(BenchOptions options, DatabaseEngine engine)
    {
        var repeats = new List<Repeat>();
        IReadOnlyList<Run> memory = [];
        for (var i = 0; i < options.Repeats; i++)
        {
            (var repeat, memory) = await InFreshDatabaseAsync(options, engine, bareFirst: i % 2 == 0);
            repeats.Add(repeat);
            Console.WriteLine($"  {i + 1}. {repeat}");
        }

        return new IngestFigures(repeats, memory, options.WithPrices ? 0 : engine == DatabaseEngine.Postgres ? PostgresWanted : SqliteWanted);
    }

    private static async Task<(Repeat, IReadOnlyList<Run>)> InFreshDatabaseAsync(BenchOptions options, DatabaseEngine engine, bool bareFirst)
    {
        var folder = Directory.CreateTempSubdirectory("smarttracker-ingest-").FullName;
        var database = engine == DatabaseEngine.Postgres ? "st_ingest_" + Guid.NewGuid().ToString("N") : null;
        var connection = database is null ? null : new NpgsqlConnectionStringBuilder(BenchOptions.PostgresServer) { Database = database }.ToString();
        try
        {
            if (database is not null)
                await OnServerAsync($"CREATE DATABASE {database}");
            var keys = await Farm.PlantAsync(folder, engine, connection, options.WithPrices);
            SqliteConnection.ClearAllPools();
            IBareLoop loop = connection is null ? new BareSqlite(Path.Combine(folder, "App_Data")) : new BarePostgres(connection);
            return await CompareAsync(options, folder, engine, connection, keys, loop, bareFirst);
        }
        finally
        {
            if (database is not null)
            {
                NpgsqlConnection.ClearAllPools();
                await OnServerAsync($"DROP DATABASE {database} WITH (FORCE)");
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(Repeat, IReadOnlyList<Run>)> CompareAsync(
        BenchOptions options, string folder, DatabaseEngine engine, string? connection, IReadOnlyDictionary<string, string> keys, IBareLoop loop, bool bareFirst)
    {
        var file = await JobFile.WriteAsync(folder, 0, options.Rows, options.AsCsv);
        using var host = await ServedHost.StartAsync(folder, engine, connection);
        var memory = new List<Run>();
        // Also pays for the compiler.
        foreach (var rows in new[] { options.Rows / 100, options.Rows / 10 })
            memory.Add(await host.ImportAsync(Farm.Warm, keys[Farm.Warm], await JobFile.WriteAsync(folder, options.Rows + rows, rows, options.AsCsv), rows, rows));

        var bare = bareFirst ? await loop.InsertAsync(options.Rows) : null;
        var imported = await host.ImportAsync(Farm.Imported, keys[Farm.Imported], file, options.Rows, options.Rows);
        var again = await host.ImportAsync(Farm.Imported, keys[Farm.Imported], file, options.Rows, 0);
        bare ??= await loop.InsertAsync(options.Rows);
        memory.Add(imported);

        var (ours, theirs) = (await loop.SumsAsync(Farm.Imported), await loop.SumsAsync(Farm.Bare));
        return ours == theirs
            ? (new Repeat(bare, imported, again), memory)
            : throw new InvalidOperationException($"The import stored {ours}, the bare loop {theirs}: they did not write the same.");
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(BenchOptions.PostgresServer);
        await connection.OpenAsync();
#pragma warning disable CA2100 // Names of the bench itself.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
