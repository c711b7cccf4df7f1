using NodaTime;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Billing.Domain;

/// <summary>What was billed to one customer so far: each job's balance over all documents, and the months that have their document.</summary>
public sealed class CustomerBooks
{
    private readonly Dictionary<PrintJobId, JobAccount> _accounts;
    private readonly Dictionary<YearMonth, InvoiceId> _months;

    /// <param name="version">Rises with every document of the customer.</param>
    public CustomerBooks(IEnumerable<JobEntry> entries, long version = 0)
    {
        var all = entries.ToList();
        Version = version;
        _accounts = all.GroupBy(entry => entry.JobId).ToDictionary(job => job.Key, JobAccount.Of);
        _months = all.Where(entry => entry.IsLive).Select(entry => (Month: entry.PeriodStart.ToYearMonth(), entry.DocumentId)).Distinct()
            .ToDictionary(month => month.Month, month => month.DocumentId);
    }

    public static CustomerBooks Empty { get; } = new([]);

    public long Version { get; }

    public JobAccount Account(PrintJobId job) => _accounts.GetValueOrDefault(job, JobAccount.None);

    /// <summary>The document that bills the month and was not cancelled.</summary>
    public InvoiceId? DocumentOf(YearMonth month) => _months.TryGetValue(month, out var id) ? id : null;

    /// <summary>Whether a job of an earlier month has to be looked at: it is not in the books, it changed since, or a document that it was billed with is cancelled.</summary>
    public bool HasNewsOf(PrintJobRevision job) => Account(job.Id) is not { IsSettled: true } account || account.LiveRevision < job.Revision;
}

/// <summary>One job in the books.</summary>
/// <param name="LastEntry">The number of its last entry, 0 where it has none.</param>
/// <param name="BalanceMicros">What is billed for it, over all documents.</param>
/// <param name="LiveRevision">The latest state of the job that a document bills which was not cancelled; null where none does.</param>
/// <param name="IsSettled">The balance is what the job was worth to the latest of those documents.</param>
/// <param name="VatBasisPoints">At which it was charged last; null where it never was.</param>
public sealed record JobAccount(int LastEntry, long BalanceMicros, int? LiveRevision, bool IsSettled, int? VatBasisPoints)
{
    public static JobAccount None { get; } = new(0, 0, null, false, null);

    public bool IsLive => LiveRevision is not null;

    public static JobAccount Of(IEnumerable<JobEntry> entries)
    {
        var ordered = entries.OrderBy(entry => entry.Entry).ToList();
        var live = ordered.Where(entry => entry.IsLive).ToList();
        var balance = ordered.Sum(entry => entry.EffectMicros);
        return new JobAccount(
            ordered[^1].Entry,
            balance,
            live.Max(entry => (int?)entry.Revision),
            live.Count > 0 && balance == (live[^1].EarlierMicros ?? 0) + live[^1].EffectMicros,
            live.FindLast(entry => entry.VatBasisPoints is not null)?.VatBasisPoints);
    }
}
