using System.ComponentModel;
using NodaTime;
using SmartTracker.Abstractions.Api;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Costing.Data;
using SmartTracker.Costing.Explanations;

namespace SmartTracker.Costing.Api;

/// <summary>Why a print job costs what it costs: every step with its figures, or what is missing.</summary>
[ApiExample("""
    { "printJobId": "0199b0a4-1f2e-7c3d-9a41-5d0c3c6e8b11", "revision": 1, "status": "rated", "costRuleId": "0199b0a4-0000-7000-8000-000000000002",
      "amount": { "amount": "1.275853", "currency": "EUR" }, "ratedAt": "2026-10-15T12:01:00Z", "missing": [],
      "steps": [ { "kind": "usage", "measure": "mediaArea", "inkChannel": null, "mediaType": null, "quantity": "0.542916", "unitPrice": "2.35", "amount": "1.2758526", "rawQuantity": 542916 },
                 { "kind": "rounding", "measure": null, "inkChannel": null, "mediaType": null, "quantity": "0", "unitPrice": "0", "amount": "0.0000004", "rawQuantity": null } ] }
    """)]
public sealed record ExplanationResource(
    Guid PrintJobId,
    [property: Description("The state of the job that was rated.")] int Revision,
    [property: Description("notCharged: the device failed, or the job was internal.")] RatedStatus Status,
    Guid? CostRuleId,
    [property: Description("The sum of the steps; null where the job has no cost.")] ApiMoney? Amount,
    Instant RatedAt,
    IReadOnlyList<PriceStep> Steps,
    IReadOnlyList<MissingResource> Missing)
{
    internal static ExplanationResource Of(RatedJob rated, PriceTexts words) => new(
        rated.PrintJobId.Value, rated.Revision, rated.Status, rated.RuleId?.Value, rated.Price is { } price ? ApiMoney.Of(price) : null, rated.RatedAt,
        rated.ReadSteps(), [.. rated.ReadMissing().Select(missing => new MissingResource(missing.Figure, missing.Measure, missing.Name, words.Reason(missing), words.WhatToDo(missing)))]);
}

/// <summary>Why there is no cost, for programs and for people.</summary>
public sealed record MissingResource(MissingFigure Figure, Measure? Measure, string? Name, string Sentence, string WhatToDo);
