using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Billing.Abstractions;

/// <summary>What a line charges for, told by unit price: the quantities of the price steps of its jobs, added up.</summary>
/// <param name="Quantity">Exact, in m², ml, impressions or jobs.</param>
/// <param name="Amount">Exact, before each job's rounding to micro-units.</param>
public sealed record ChargedQuantity(Measure Measure, decimal UnitPrice, decimal Quantity, decimal Amount)
{
    /// <summary>In the order of the measures, dearest first. Steps that charge nothing by rule are left out.</summary>
    public static IReadOnlyList<ChargedQuantity> Of(IEnumerable<BilledJob> jobs) =>
    [
        .. jobs.SelectMany(job => job.ReadSteps())
            .Where(step => step is { Kind: StepKind.Usage, Measure: not null })
            .GroupBy(step => (Measure: step.Measure!.Value, step.UnitPrice))
            .Select(same => new ChargedQuantity(same.Key.Measure, same.Key.UnitPrice, same.Sum(step => step.Quantity), same.Sum(step => step.Amount)))
            .OrderBy(charged => charged.Measure).ThenByDescending(charged => charged.UnitPrice),
    ];
}
