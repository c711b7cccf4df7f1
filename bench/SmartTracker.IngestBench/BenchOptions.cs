using System.Globalization;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.IngestBench;

/// <param name="WithPrices">The tenant also rates what it takes in; the bare loop does not, so no ratio is asked for.</param>
internal sealed record BenchOptions(int Rows, int Repeats, IReadOnlyList<DatabaseEngine> Engines, bool AsCsv, bool WithPrices)
{
    public const string Usage = "[--rows 1000000] [--repeats 3] [--database sqlite|postgres] [--csv] [--prices]";

    public static string? PostgresServer { get; } = Environment.GetEnvironmentVariable("SMARTTRACKER_TEST_POSTGRES");

    /// <exception cref="FormatException">An argument is not understood.</exception>
    public static BenchOptions Of(string[] arguments)
    {
        var options = new BenchOptions(1_000_000, 3, PostgresServer is null ? [DatabaseEngine.Sqlite] : [DatabaseEngine.Sqlite, DatabaseEngine.Postgres], AsCsv: false, WithPrices: false);
        for (var i = 0; i < arguments.Length; i++)
        {
            options = arguments[i] switch
            {
                "--csv" => options with { AsCsv = true },
                "--prices" => options with { WithPrices = true },
                "--rows" => options with { Rows = int.Parse(arguments[++i], CultureInfo.InvariantCulture) },
                "--repeats" => options with { Repeats = int.Parse(arguments[++i], CultureInfo.InvariantCulture) },
                "--database" => options with { Engines = [Engine(arguments[++i])] },
                _ => throw new FormatException($"{arguments[i]} is not known. Arguments: {Usage}"),
            };
        }

        return options;
    }

    private static DatabaseEngine Engine(string name) => Enum.Parse<DatabaseEngine>(name, ignoreCase: true) is var engine && engine == DatabaseEngine.Postgres && PostgresServer is null
        ? throw new FormatException("Set SMARTTRACKER_TEST_POSTGRES to a connection string of a server that may create databases.")
        : engine;
}
