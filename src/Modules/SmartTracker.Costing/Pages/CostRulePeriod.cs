using NodaTime;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Costing.Pages;

/// <summary>When a rule of a scope counts, seen from a day.</summary>
/// <param name="Last">Last day, or null while no later rule is published.</param>
internal sealed record CostRulePeriod(CostRule Rule, LocalDate? Last, CostRuleState State)
{
    /// <summary>The versions of one scope, the one that counts last first.</summary>
    public static IReadOnlyList<CostRulePeriod> Of(IReadOnlyCollection<CostRule> scope, LocalDate today) =>
    [
        .. scope.Select(rule => Of(rule, scope, today)).OrderByDescending(period => period.Rule.ValidFrom).ThenByDescending(period => period.Rule.Version),
    ];

    private static CostRulePeriod Of(CostRule rule, IReadOnlyCollection<CostRule> scope, LocalDate today)
    {
        if (scope.Any(other => other.ValidFrom == rule.ValidFrom && other.Version > rule.Version))
            return new(rule, null, CostRuleState.Replaced);

        var next = scope.Where(other => other.ValidFrom > rule.ValidFrom).MinBy(other => other.ValidFrom);
        var last = next?.ValidFrom.PlusDays(-1);
        var state = rule.ValidFrom > today ? CostRuleState.Upcoming : last < today ? CostRuleState.Past : CostRuleState.InForce;
        return new(rule, last, state);
    }
}
