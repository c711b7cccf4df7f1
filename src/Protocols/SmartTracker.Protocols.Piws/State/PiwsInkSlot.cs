using SmartTracker.Protocols.Piws.Jobs;

namespace SmartTracker.Protocols.Piws.State;

/// <summary>An <c>InkSlot</c> with what is in it. Null is "absent or empty"; times of 1970-01-01T00:00:00Z are null.</summary>
public sealed record PiwsInkSlot
{
    /// <summary>Such as <c>magenta</c>, <c>matte-black</c>, <c>post-treatment</c>; the group's where the slot names none.</summary>
    public string? Color { get; init; }
    public string? SlotId { get; init; }

    /// <summary><c>Supply</c>, or <c>Reservoir</c> for a tank between supply and printhead.</summary>
    public string? SupplyType { get; init; }
    public bool? IsPresent { get; init; }

    public PiwsQuantity? Level { get; init; }
    public decimal? LevelPercentage { get; init; }
    public PiwsQuantity? Capacity { get; init; }
    public string? State { get; init; }

    /// <summary>One or several, such as <c>LowLevel</c>, <c>Expired</c>.</summary>
    public IReadOnlyList<string> StatusFlags { get; init; } = [];
    public string? UserReportedStatus { get; init; }
    public string? UserReportedSeverity { get; init; }
    public string? OrderNumber { get; init; }
    public string? PartNumber { get; init; }
    public string? SerialNumber { get; init; }
    public DateTimeOffset? InstallDate { get; init; }
    public DateTimeOffset? ExpirationDate { get; init; }

    /// <summary>Through this slot since the device was made, whoever made the ink.</summary>
    public PiwsQuantity? InkUsed { get; init; }
}
