using SmartTracker.Costing.Abstractions;
using SmartTracker.Costing.Explanations;

namespace SmartTracker.Costing.Pages;

/// <summary>The screen <c>admin/cost-rules</c>.</summary>
public sealed record CostRuleList(string Currency, string Today, int Unrated, IReadOnlyList<CostRuleRow> Rules);

/// <param name="Validity">Such as "from 1 Oct 2026" or "1 Jan to 30 Sep 2026".</param>
/// <param name="RatesInWords">Such as "Ink €0.42 / ml".</param>
public sealed record CostRuleRow(CostRuleId Id, string Scope, int Version, string Validity, CostRuleState State, IReadOnlyList<string> RatesInWords, RuleJobs Jobs);

public sealed record RuleJobs(int Rated, int Unrated);

public enum CostRuleState
{
    InForce,
    Upcoming,
    Past,
    /// <summary>A later version is valid from the same day, so this one counts no more.</summary>
    Replaced,
}

/// <summary>The screen <c>admin/cost-rules/{id}</c>.</summary>
public sealed record CostRuleDetail(
    CostRuleRow Rule, string Currency, string PublishedAt, string? PublishedBy, IReadOnlyList<RateRow> Rates, IReadOnlyList<CostRuleRow> Versions);

public sealed record RateRow(string Measure, string Condition, string Price);

/// <summary>The screen <c>admin/cost-rules/unrated</c>.</summary>
public sealed record UnratedList(int Total, int Page, int PageCount, IReadOnlyList<UnratedRow> Jobs);

public sealed record UnratedRow(Guid JobId, string Job, string Printer, string AccountedAt, IReadOnlyList<PriceGap> Gaps);
