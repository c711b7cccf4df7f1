using NodaTime;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Reports.Tests;

internal static class Make
{
    public static readonly string[] Collecting = ["SmartTracker.Printers", "SmartTracker.Collection"];

    public static readonly string[] Rating = [.. Collecting, "SmartTracker.Costing"];

    public const string TwoPrinters = """
        { "name": "Printers", "Printers": [
          { "Name": "Plotter EG", "Address": "https://127.0.0.1:7001", "AdminPassword": "x" },
          { "Name": "Plotter OG", "Address": "https://127.0.0.1:7002", "AdminPassword": "x" } ] }
        """;

    public const string TwoEurosPerSquareMetre = """
        { "name": "CostRules", "CostRules": [
          { "ValidFrom": "2026-01-01", "Currency": "EUR", "Rates": [ { "Measure": "MediaArea", "UnitPrice": "2.00" } ] } ] }
        """;

    private static int _jobs;

    /// <summary>A finished job at a time in Berlin.</summary>
    public static PrintJob Job(int month, int day, int hour, decimal? squareMetres = 1, decimal? millilitres = 1, PrintJobStatus status = PrintJobStatus.Completed) => new(
        PrintJobId.New(), PrinterId.New(), "SN1", 1, Interlocked.Increment(ref _jobs).ToString(System.Globalization.CultureInfo.InvariantCulture), 1,
        JobKind.Print, status, null, null, null, null,
        new LocalDateTime(2026, month, day, hour, 0).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).ToInstant(),
        1, 1, 1, null, null, null,
        squareMetres is { } area ? new Area((long)(area * Area.SquareMillimetresPerSquareMetre)) : null,
        millilitres is { } ink ? new Dictionary<string, InkVolume> { ["K"] = new((long)(ink * 1_000_000)) } : null);
}
