using NodaTime;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Domain;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Billing.Tests;

/// <summary>A customer's history in memory: its jobs as they stand, and every document issued so far, made by the same functions as in the program.</summary>
internal sealed class Ledger(Customer? customer = null)
{
    private readonly Dictionary<PrintJobId, PrintJob> _jobs = [];
    private readonly List<InvoiceContent> _documents = [];

    public Customer Customer { get; } = customer ?? Make.Customer();

    public IReadOnlyList<InvoiceContent> Documents => _documents;

    public IEnumerable<PrintJob> Jobs => _jobs.Values;

    public CustomerBooks Books => new(Entries, _documents.Count);

    public IEnumerable<JobEntry> Entries => _documents.SelectMany(document => JobEntry.Of(document, IsCancelled(document)));

    public bool IsCancelled(InvoiceContent document) => _documents.Exists(other => other.CancelsId == document.Id);

    public void Put(PrintJob job) => _jobs[job.Id] = job;

    public MonthDraft Draft(YearMonth month)
    {
        var billed = new BillingMonth(month, Make.Berlin);
        var books = Books;
        return Make.Draft(
            new JobsOfMonth(
                billed,
                [.. _jobs.Values.Where(job => billed.Interval.Contains(job.AccountedAt))],
                [.. _jobs.Values.Where(job => job.AccountedAt < billed.Interval.Start && books.HasNewsOf(new PrintJobRevision(job.Id, job.Revision, job.AccountedAt)))],
                [Make.Knowledge() with { KnownUntil = Instant.MaxValue }]),
            Customer, books);
    }

    /// <summary>Null where there is nothing to issue or the month has its document.</summary>
    public InvoiceContent? Close(YearMonth month)
    {
        if (Books.DocumentOf(month) is not null || Draft(month) is not InvoiceDraft draft)
            return null;
        var anyway = new CloseAnyway("The test says so", "tester", Instant.FromUtc(2027, 1, 1, 0, 0));
        var issued = draft.Issue(InvoiceId.New(), Number(draft.Kind), new LocalDate(2027, 1, 1), Customer, Make.Issuer(), anyway);
        _documents.Add(issued);
        return issued;
    }

    public InvoiceContent Credit(InvoiceContent invoice)
    {
        var credit = Cancellation.Of(invoice, "Wrong", InvoiceId.New(), Number(DocumentKind.CreditNote), new LocalDate(2027, 1, 1), Make.Issuer(), Books);
        _documents.Add(credit);
        return credit;
    }

    private NumberTaken Number(DocumentKind kind) =>
        new(Make.Issuer().SeriesOf(kind), 2027, _documents.Count(document => document.Kind == kind) + 1);
}
