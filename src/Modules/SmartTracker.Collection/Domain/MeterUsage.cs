namespace SmartTracker.Collection.Domain;

/// <summary>What a device's counter advanced between two reads. A reset is never billed by guess.</summary>
/// <param name="Amount">In the counter's unit, never negative.</param>
/// <param name="NeedsReview">The counter went back further than a power cut explains and not to where it begins anew.</param>
public readonly record struct MeterUsage(long Amount, bool NeedsReview)
{
    /// <summary>HP devices save their page counter every ten impressions, so up to nine are forgotten when the power fails.</summary>
    public const long ForgottenAtPowerLoss = 9;

    public static MeterUsage None => default;

    /// <param name="maximum">The largest value before the counter shows 0 again, where that is known.</param>
    /// <param name="plausible">The most that the device can have done in the time between.</param>
    public static MeterUsage Between(long start, long end, long? maximum, long plausible)
    {
        // Wider than any counter: what a device says may lie at both ends of what a number can hold.
        var advance = (Int128)end - start;
        if (advance < 0 && advance >= -ForgottenAtPowerLoss)
            return None;

        // The counter shows 0 after its maximum, so one revolution is maximum + 1.
        if (advance < 0 && maximum is { } highest && highest >= start)
            advance += (Int128)highest + 1;
        return advance >= 0 && advance <= plausible ? new((long)advance, NeedsReview: false) : new(0, NeedsReview: true);
    }

    public static MeterUsage operator +(MeterUsage left, MeterUsage right) => new(left.Amount + right.Amount, left.NeedsReview || right.NeedsReview);

    public static MeterUsage Add(MeterUsage left, MeterUsage right) => left + right;
}
