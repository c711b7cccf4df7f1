using SmartTracker.Abstractions.Quantities;

namespace SmartTracker.Costing.Abstractions;

/// <summary>What a price list says of one finished print job: <see cref="Rated"/> or <see cref="Unrated"/>, never a guess.</summary>
public abstract record RatingResult;

/// <summary>The job has a price.</summary>
/// <param name="Amount">The sum of the exact steps, rounded once to micro-units.</param>
/// <param name="Steps">In order; their amounts, the last one's rounding included, add up to <paramref name="Amount"/>.</param>
public sealed record Rated(Money Amount, IReadOnlyList<PriceStep> Steps) : RatingResult
{
    /// <summary>False where a rule says that nobody is charged: the device failed, or the job was internal.</summary>
    public bool IsCharged => !Steps.Any(step => step.Kind is StepKind.DeviceError or StepKind.InternalJob);
}

/// <summary>The job has no price, because something is missing. Never 0.</summary>
public sealed record Unrated(IReadOnlyList<MissingInput> Missing) : RatingResult;
