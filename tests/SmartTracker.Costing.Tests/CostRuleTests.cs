using NodaTime;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Costing.Tests;

public sealed class CostRuleTests
{
    private static readonly LocalDate January = new(2026, 1, 1);
    private static readonly LocalDate October = new(2026, 10, 1);

    [Fact]
    public void A_rule_is_in_force_from_its_first_day_until_the_next_begins()
    {
        var old = Rule(January);
        var next = Rule(October, version: 2);

        Assert.Null(InForce([old, next], January.PlusDays(-1)));
        Assert.Same(old, InForce([old, next], January));
        Assert.Same(old, InForce([next, old], October.PlusDays(-1)));
        Assert.Same(next, InForce([old, next], October));
    }

    [Fact]
    public void A_printers_own_rule_comes_before_a_newer_one_of_the_tenant()
    {
        var own = Rule(January, printer: Make.Printer);
        var tenant = Rule(October);

        Assert.Same(own, InForce([tenant, own], October));
        Assert.Same(tenant, CostRule.InForce([tenant, own], PrinterId.New(), October));
    }

    [Fact]
    public void Of_two_rules_from_the_same_day_the_later_version_counts()
    {
        var corrected = Rule(January, version: 2);

        Assert.Same(corrected, InForce([corrected, Rule(January)], January));
    }

    [Fact]
    public void A_rate_card_is_in_force_until_the_next_begins()
    {
        var old = new RateCard("2026", January, Make.Prices());
        var next = new RateCard("2026 autumn", October, Make.Prices());

        Assert.Null(RateCard.InForce([old, next], January.PlusDays(-1)));
        Assert.Same(old, RateCard.InForce([next, old], October.PlusDays(-1)));
        Assert.Same(next, RateCard.InForce([next, old], October));
    }

    private static CostRule? InForce(CostRule[] rules, LocalDate day) => CostRule.InForce(rules, Make.Printer, day);

    private static CostRule Rule(LocalDate validFrom, int version = 1, PrinterId? printer = null) =>
        new(CostRuleId.New(), version, printer, validFrom, Make.Prices());
}
