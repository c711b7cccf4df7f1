using System.Globalization;
using SmartTracker.IngestBench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
BenchOptions options;
try
{
    options = BenchOptions.Of(args);
}
catch (Exception wrong) when (wrong is FormatException or ArgumentException or IndexOutOfRangeException)
{
    Console.Error.WriteLine(wrong is FormatException ? wrong.Message : $"Arguments: {BenchOptions.Usage}");
    return 2;
}

if (BenchOptions.PostgresServer is null)
    Console.Error.WriteLine("PostgreSQL is not measured: set SMARTTRACKER_TEST_POSTGRES to a connection string of a server that may create databases.");

var holds = true;
foreach (var engine in options.Engines)
{
    Console.WriteLine($"{engine}: {options.Rows:#,0} jobs as {(options.AsCsv ? "CSV" : "NDJSON")}{(options.WithPrices ? ", rated" : "")}, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} before");
    var figures = await IngestMeasure.RunAsync(options, engine);
    Console.WriteLine(figures);
    holds &= figures.Holds;
}

return holds ? 0 : 1;
