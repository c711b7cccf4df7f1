using System.Net;
using SmartTracker.PrinterReaders.Piws;
using SmartTracker.PrinterSimulator;
using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterReaders.Tests;

internal static class Make
{
    public static readonly PiwsReader Reader = new(TimeProvider.System);

    public static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static FleetOptions Options(int jobs = 20, int current = 3, int printers = 1) => new()
    {
        BilledMonth = new DateOnly(2026, 10, 1),
        GeneratedAt = new DateTimeOffset(2026, 11, 12, 14, 30, 0, TimeSpan.Zero),
        Zone = Berlin,
        Printers =
        [
            .. Enumerable.Range(0, printers).Select(i => new PrinterSpecification(
                i == 0 ? "nordplan" : "baukontor", $"Plotter {i + 1}", "Simulated Plotter", i == 0 ? Trade.Architects : Trade.Reprographics, i switch { 0 => 914, 1 => 1067, _ => 610 }, jobs, current)),
        ],
    };

    public static async Task<SimulatedPrinter> PrinterAsync(int jobs = 20) =>
        await SimulatedPrinter.StartAsync(FleetPlan.Create(1, Options(jobs)).Printers[0], TimeProvider.System, CancellationToken.None);

    public static PrinterConnection Connection(this SimulatedPrinter printer) => new()
    {
        Address = printer.Address,
        Allows = endpoint => endpoint.Address.Equals(IPAddress.Loopback) && endpoint.Port == printer.Plan.Port,
        Deadline = TimeSpan.FromSeconds(30),
    };

    /// <summary>After the first contact: key pinned, password stored.</summary>
    public static async Task<PrinterConnection> PinnedAsync(this SimulatedPrinter printer)
    {
        var contact = await Reader.ReadIdentityAsync(printer.Connection(), CancellationToken.None);
        return printer.Connection() with { PinnedKey = contact.Certificate!.Key, Password = printer.Plan.AdminPassword };
    }

    public static Task<PrinterFetch> FetchAsync(this PrinterConnection connection, string? cursor = null) =>
        Reader.FetchAsync(connection, cursor, CancellationToken.None);

    public static PrinterObservation Observation(this PrinterFetch fetch) => Reader.Interpret(fetch.Answers);

    /// <summary>When answers arrive that no device made.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static RawAnswer JobList(byte[] body, long from = 0, bool whole = true, string queue = "q1") => new(
        $"/LFPWebServices/PI/JQ/JobQueue/{queue}/jobs/all?fromModificationNumber={from}", Noon, 200, "text/xml", body, whole);
}
