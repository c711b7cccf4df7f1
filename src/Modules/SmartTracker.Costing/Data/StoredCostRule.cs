using NodaTime;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Costing.Data;

/// <summary>A row of <c>cost_rules</c>; it is inserted and never changed.</summary>
public sealed class StoredCostRule
{
    public CostRuleId Id { get; init; }

    public int Version { get; init; }

    public PrinterId? PrinterId { get; init; }

    public LocalDate ValidFrom { get; init; }

    /// <summary>The price list as <see cref="PricingJson"/> writes it.</summary>
    public required string Prices { get; init; }

    public Instant PublishedAt { get; init; }

    /// <summary>The user's name, or null where a recipe published it.</summary>
    public string? PublishedBy { get; init; }

    public CostRule ToRule() => new(Id, Version, PrinterId, ValidFrom, PricingJson.ReadPriceList(Prices));
}
