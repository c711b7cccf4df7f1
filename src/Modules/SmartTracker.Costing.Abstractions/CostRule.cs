using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Costing.Abstractions;

public readonly record struct CostRuleId(Guid Value) : IEntityId<CostRuleId>
{
    public static CostRuleId New() => new(Guid.CreateVersion7());

    public static CostRuleId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What printing costs the tenant itself, from a day on. A published rule never changes; the next version replaces it from its own day.</summary>
/// <param name="Version">Counts per scope (the tenant, or one printer) from 1; of two rules of a scope valid from the same day the higher counts.</param>
/// <param name="PrinterId">The one printer that the rule is for, or null for every printer that has no rule of its own.</param>
/// <param name="ValidFrom">First day, in the tenant's zone.</param>
public sealed record CostRule(CostRuleId Id, int Version, PrinterId? PrinterId, LocalDate ValidFrom, PriceList Prices)
{
    /// <summary>The rule for a printer on a day: its own before the tenant's, the latest day first; null where none is valid yet.</summary>
    public static CostRule? InForce(IEnumerable<CostRule> rules, PrinterId printer, LocalDate day) => rules
        .Where(rule => rule.ValidFrom <= day && (rule.PrinterId is null || rule.PrinterId == printer))
        .OrderByDescending(rule => rule.PrinterId is not null)
        .ThenByDescending(rule => rule.ValidFrom)
        .ThenByDescending(rule => rule.Version)
        .FirstOrDefault();
}
