using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Costing.Explanations;

/// <summary>"Why this price?" of one job, ready to show: either lines and a total, or gaps.</summary>
/// <param name="RuleId">Null where no rule is valid at the job's date.</param>
/// <param name="Total">With its currency; null where the job is unrated.</param>
public sealed record PriceExplanation(
    CostRuleId? RuleId, string? RuleName, string Currency, string? Total, IReadOnlyList<PriceLine> Lines, IReadOnlyList<PriceGap> Gaps);

/// <param name="Detail">The evidence: raw figure, condition or rule in words.</param>
/// <param name="Quantity">Empty where the step has none.</param>
/// <param name="Rate">Empty where the step has none.</param>
/// <param name="IsZero">Shown grey.</param>
public sealed record PriceLine(string What, string Detail, string Quantity, string Rate, string Amount, string RunningTotal, bool IsZero);

/// <summary>A reason why there is no price.</summary>
public sealed record PriceGap(string Reason, string WhatToDo);
