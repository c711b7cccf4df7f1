using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Billing.Abstractions;

/// <summary>A price step with the running total up to it.</summary>
public sealed record StepRow(int Number, PriceStep Step, decimal Running)
{
    public static IReadOnlyList<StepRow> Of(IReadOnlyList<PriceStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var running = 0m;
        return [.. steps.Select((step, index) => new StepRow(index + 1, step, running += step.Amount))];
    }
}
