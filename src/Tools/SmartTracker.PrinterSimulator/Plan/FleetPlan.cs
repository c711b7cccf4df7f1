using SmartTracker.PrinterSimulator.Generation;

namespace SmartTracker.PrinterSimulator.Plan;

/// <summary>A fleet with its history, as data: stored as JSON by whoever wants the same fleet again.
/// <see cref="SimulatedFleet.StartAsync"/> fills in ports and certificates that are still missing.</summary>
public sealed record FleetPlan
{
    public required IReadOnlyList<PrinterPlan> Printers { get; init; }

    /// <summary>The same arguments give the same fleet, to the last digit.</summary>
    public static FleetPlan Create(int seed, FleetOptions options) => new FleetGenerator(seed, options).Create();
}
