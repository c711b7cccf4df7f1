using NodaTime;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Billing.Domain;

/// <summary>One document's entry for a job in the books.</summary>
/// <param name="Entry">Counts the job's entries from 1.</param>
/// <param name="PeriodStart">First day of the month that the document bills.</param>
/// <param name="AmountMicros">As the document says it; <see cref="EffectMicros"/> has the sign.</param>
/// <param name="EarlierMicros">What the document says stood in the books before, or null.</param>
/// <param name="VatBasisPoints">Of the line that charges it, or null where no line does.</param>
/// <param name="CancelsId">The document that this one cancels, or null.</param>
/// <param name="IsCancelled">A credit note cancels the document.</param>
public sealed record JobEntry(
    PrintJobId JobId,
    int Entry,
    int Revision,
    InvoiceId DocumentId,
    string Number,
    DocumentKind Kind,
    LocalDate PeriodStart,
    long AmountMicros,
    long? EarlierMicros,
    string Currency,
    int? VatBasisPoints,
    InvoiceId? CancelsId,
    bool IsCancelled)
{
    /// <summary>It bills the job, and nothing took that back.</summary>
    public bool IsLive => CancelsId is null && !IsCancelled;

    /// <summary>What it adds to the job's balance.</summary>
    public long EffectMicros => Kind == DocumentKind.Invoice ? AmountMicros : -AmountMicros;

    public static IEnumerable<JobEntry> Of(InvoiceContent document, bool isCancelled)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Jobs.Select(job => new JobEntry(
            job.PrintJobId, job.Entry, job.Revision, document.Id, document.Number, document.Kind, document.PeriodStart, job.AmountMicros, job.EarlierMicros, job.Currency,
            document.Lines.Find(line => line.Position == job.Position)?.VatBasisPoints, document.CancelsId, isCancelled));
    }
}
