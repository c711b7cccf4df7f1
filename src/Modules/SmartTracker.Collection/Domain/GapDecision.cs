using NodaTime;

namespace SmartTracker.Collection.Domain;

/// <summary>What was decided about a stretch in which jobs may have been missed. Until then its month is not closed without a word.</summary>
/// <param name="By">Who decided; null where meters proved it.</param>
public sealed record GapDecision(GapVerdict Verdict, string Reason, string? By, Instant At)
{
    public const int LongestReason = 500;
}

public enum GapVerdict
{
    /// <summary>A person compared and found that no job is missing.</summary>
    NothingMissing,

    /// <summary>What was missing was entered by an import.</summary>
    Entered,

    /// <summary>What may be missing is not charged.</summary>
    Waived,

    /// <summary>The printer's own counters advanced by exactly what its known jobs printed.</summary>
    ProvedByMeters,
}
