using NodaTime;

namespace SmartTracker.Billing.Abstractions;

/// <summary>What was not known or not settled when a month was closed all the same.</summary>
/// <param name="Subject">The printer's name, the document's number, or the month such as 2026-09; empty where the kind says all.</param>
/// <param name="Count">How many jobs, stretches or attempts it is about.</param>
/// <param name="KnownUntil">For printers: until when their jobs are known; null where they never were.</param>
public sealed record OpenQuestion(OpenQuestionKind Kind, string Subject, int Count, Instant? KnownUntil = null);

public enum OpenQuestionKind
{
    /// <summary>Jobs wait, print or are held; they are billed once they are finished.</summary>
    UnfinishedJobs,

    /// <summary>A printer was not read whole since the month ended.</summary>
    PrinterNotRead,

    /// <summary>A stretch of a printer's history in the month may have been missed.</summary>
    PrinterGap,

    /// <summary>An earlier document has not reached the customer.</summary>
    NotDelivered,

    /// <summary>An earlier month has jobs to pay for and no invoice.</summary>
    MonthNotBilled,
}
