using NodaTime;

namespace SmartTracker.Billing.Domain;

/// <summary>Somebody closes a month although something is open, and answers for it: this stands on the invoice for ever.</summary>
public sealed record CloseAnyway
{
    public const int LongestReason = 500;

    /// <exception cref="ArgumentException">There is no reason, or it is too long.</exception>
    public CloseAnyway(string reason, string by, Instant at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reason.Trim().Length, LongestReason);
        (Reason, By, At) = (StorableText.Of(reason.Trim())!, StorableText.Of(by)!, at);
    }

    public string Reason { get; }

    public string By { get; }

    public Instant At { get; }
}
