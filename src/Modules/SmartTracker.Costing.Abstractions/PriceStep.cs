namespace SmartTracker.Costing.Abstractions;

/// <summary>One step of "Why this price?".</summary>
/// <param name="Measure">What was measured; null for a step that is not usage.</param>
/// <param name="InkChannel">The ink that this step counts, or null.</param>
/// <param name="MediaType">The job's media where the rate is for that media only, or null.</param>
/// <param name="Quantity">Exact, in m², ml, impressions or jobs.</param>
/// <param name="Amount">Exact: quantity times unit price; for <see cref="StepKind.Rounding"/> what rounding added.</param>
/// <param name="RawQuantity">The figure as stored: mm², nl, impressions or jobs; null for a step that is not usage.</param>
public sealed record PriceStep(
    StepKind Kind,
    Measure? Measure,
    string? InkChannel,
    string? MediaType,
    decimal Quantity,
    decimal UnitPrice,
    decimal Amount,
    long? RawQuantity);

public enum StepKind
{
    /// <summary>Quantity times unit price.</summary>
    Usage,
    /// <summary>The device stopped the job: nobody is charged.</summary>
    DeviceError,
    /// <summary>A test page, calibration or the like: nobody is charged.</summary>
    InternalJob,
    /// <summary>The job was cancelled before anything came out, so every quantity is 0.</summary>
    NothingPrinted,
    /// <summary>Always last: from the exact sum to micro-units, half away from zero.</summary>
    Rounding,
}
