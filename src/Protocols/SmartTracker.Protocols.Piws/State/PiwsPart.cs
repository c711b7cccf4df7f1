using SmartTracker.Protocols.Piws.Jobs;

namespace SmartTracker.Protocols.Piws.State;

/// <summary>A printhead, from <c>PrintheadsStatus</c>. Second-hand: a client of a Latex 800W.</summary>
public sealed record PiwsPrinthead
{
    public string? SlotId { get; init; }
    public IReadOnlyList<string> Colors { get; init; } = [];
    public string? State { get; init; }
    public string? HealthGaugeStatus { get; init; }
    public string? PartNumber { get; init; }
    public string? OrderNumber { get; init; }
    public string? SerialNumber { get; init; }
    public DateTimeOffset? InstallDate { get; init; }
    public PiwsQuantity? InkConsumption { get; init; }
}

/// <summary>What is changed now and then, from <c>PrinterMaintenance</c>. Second-hand: a client of a Latex 800W.</summary>
public sealed record PiwsMaintenancePart
{
    public required PiwsMaintenanceKind Kind { get; init; }
    public string? Id { get; init; }
    public string? Description { get; init; }
    public decimal? LevelPercentage { get; init; }

    /// <summary>Of collectors and kits, which say what is gone instead of what is left.</summary>
    public decimal? UsedPercentage { get; init; }
    public PiwsQuantity? Capacity { get; init; }
    public string? State { get; init; }
    public string? PartNumber { get; init; }
    public string? SerialNumber { get; init; }
}

public enum PiwsMaintenanceKind
{
    CondensateCollector,
    LiquidTank,
    MaintenanceCartridge,
    WasteCollector,
    PreventiveMaintenanceKit,
}
