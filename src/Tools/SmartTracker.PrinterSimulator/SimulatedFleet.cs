using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterSimulator;

/// <summary>Printers on 127.0.0.1, each with its own port and certificate.</summary>
public sealed class SimulatedFleet : IAsyncDisposable
{
    private SimulatedFleet(IReadOnlyList<SimulatedPrinter> printers) => Printers = printers;

    public IReadOnlyList<SimulatedPrinter> Printers { get; }

    /// <summary>The plan as it is now, with ports and certificates: store it to start the same fleet again.</summary>
    public FleetPlan Plan => new() { Printers = [.. Printers.Select(printer => printer.Plan)] };

    /// <exception cref="IOException">A port of the plan is taken.</exception>
    public static async Task<SimulatedFleet> StartAsync(FleetPlan plan, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var started = new List<SimulatedPrinter>();
        try
        {
            foreach (var printer in plan.Printers)
                started.Add(await SimulatedPrinter.StartAsync(printer, clock, cancellationToken));
        }
        catch
        {
            await StopAsync(started);
            throw;
        }

        return new SimulatedFleet(started);
    }

    public ValueTask DisposeAsync() => new(StopAsync(Printers));

    private static async Task StopAsync(IEnumerable<SimulatedPrinter> printers)
    {
        foreach (var printer in printers)
            await printer.DisposeAsync();
    }
}
