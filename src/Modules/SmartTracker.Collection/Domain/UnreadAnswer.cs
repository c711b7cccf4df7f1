namespace SmartTracker.Collection.Domain;

/// <summary>A printer's answer that could not be taken into the books, and how often that was tried.</summary>
/// <param name="Digest">SHA-256 over all that was answered about jobs, but for the printer's clock.</param>
/// <param name="Tries">Of this very content, in a row.</param>
/// <param name="TriesInAll">Of whatever content, since an answer of this printer was read.</param>
public sealed record UnreadAnswer(byte[] Digest, AnswerFault Fault, int Tries, int TriesInAll)
{
    public const int MostTries = 3;

    /// <summary>It is not tried again while it stays the same.</summary>
    public bool IsSetAside => Tries >= MostTries;

    /// <summary>Also where the content changes from visit to visit, with a clock in it for instance.</summary>
    public bool NeedsPerson => TriesInAll >= MostTries;

    /// <param name="before">What was known of the printer, or null.</param>
    public static UnreadAnswer After(UnreadAnswer? before, byte[] digest, AnswerFault fault)
    {
        // What was never finished still runs and keeps a processor busy, so one try is enough.
        var step = fault == AnswerFault.TooLong ? MostTries : 1;
        var again = before is not null && before.Digest.AsSpan().SequenceEqual(digest);
        return new(digest, fault, again ? before!.Tries + step : step, (before?.TriesInAll ?? 0) + step);
    }
}
