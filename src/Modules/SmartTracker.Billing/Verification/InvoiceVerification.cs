using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Verification;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Data;
using SmartTracker.Billing.Domain;

namespace SmartTracker.Billing.Verification;

/// <summary>Recomputes every issued invoice and compares it with its hashes and with the customer's copy.</summary>
internal sealed class InvoiceVerification(BillingDbContext context, BillingStore store, CustomerCopies copies, ImmutabilityGuards guards) : IVerification
{
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        findings.AddRange((await guards.MissingAsync(cancellationToken))
            .Select(trigger => new Finding("I4", $"The trigger {trigger} that keeps issued invoices unchanged is missing or switched off.")));

        var ids = await context.Invoices.OrderBy(invoice => invoice.Number).Select(invoice => invoice.Id).ToListAsync(cancellationToken);
        foreach (var id in ids)
            findings.AddRange(await InvoiceAsync(id, cancellationToken));

        findings.AddRange(await NumbersAsync(cancellationToken));
        findings.AddRange(await BilledTwiceAsync(cancellationToken));
        findings.AddRange(await UnfinishedAsync(cancellationToken));
        return findings;
    }

    private async Task<IReadOnlyList<Finding>> InvoiceAsync(InvoiceId id, CancellationToken cancellationToken)
    {
        InvoiceContent invoice;
        try
        {
            invoice = await store.FindAsync(id, cancellationToken) ?? throw new InvalidOperationException("It vanished while it was checked.");
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            var number = await context.Invoices.Where(i => i.Id == id).Select(i => i.Number).SingleOrDefaultAsync(cancellationToken);
            return [new Finding("I4", $"Invoice {number ?? id.ToString()}: it cannot be read: {error.Message}")];
        }

        var seal = await store.FindSealAsync(id, cancellationToken);
        return [.. Sums(invoice), .. Hashes(invoice, seal), .. await copies.CompareAsync(invoice, seal, cancellationToken)];
    }

    private static IReadOnlyList<Finding> Sums(InvoiceContent invoice)
    {
        try
        {
            return [.. InvoiceCheck.Sums(invoice)];
        }
        catch (Exception error) when (error is ArgumentException or OverflowException or FormatException or InvalidOperationException)
        {
            return [new Finding("I1", $"Invoice {invoice.Number}: its sums cannot be recomputed: {error.Message}")];
        }
    }

    private static IEnumerable<Finding> Hashes(InvoiceContent invoice, InvoiceSeal? seal)
    {
        if (seal is null)
        {
            yield return new Finding("I4", $"Invoice {invoice.Number}: the hashes and the PDF taken when it was issued are missing.");
            yield break;
        }

        if (ContentHash.Of(invoice) != seal.ContentHash)
            yield return new Finding("I4", $"Invoice {invoice.Number}: its content is not what was issued; the content hash differs.");
        if (ContentHash.OfFile(seal.Pdf) != seal.PdfHash)
            yield return new Finding("I4", $"Invoice {invoice.Number}: its PDF is not what was issued; the file's hash differs.");
    }

    private async Task<IEnumerable<Finding>> NumbersAsync(CancellationToken cancellationToken)
    {
        var used = await context.Invoices
            .Select(invoice => new NumberUsed(invoice.Series, invoice.SeriesYear, invoice.Sequence, invoice.Number)).ToListAsync(cancellationToken);
        var series = await context.Series.Select(state => new SeriesState(state.Series, state.Year, state.LastNumber)).ToListAsync(cancellationToken);
        return NumberGaps.Find(used, series);
    }

    private async Task<IEnumerable<Finding>> BilledTwiceAsync(CancellationToken cancellationToken)
    {
        var twice = await context.Jobs.GroupBy(job => new { job.PrintJobId, job.Revision })
            .Where(billed => billed.Count() > 1).Select(billed => billed.Key).ToListAsync(cancellationToken);
        var findings = new List<Finding>();
        foreach (var billed in twice)
        {
            var numbers = await context.Invoices
                .Where(invoice => invoice.Jobs.Any(job => job.PrintJobId == billed.PrintJobId && job.Revision == billed.Revision))
                .Select(invoice => invoice.Number).ToListAsync(cancellationToken);
            findings.Add(new Finding("I2", $"Job {billed.PrintJobId} revision {billed.Revision} is billed more than once: invoices {string.Join(", ", numbers)}."));
        }

        return findings;
    }

    private async Task<IEnumerable<Finding>> UnfinishedAsync(CancellationToken cancellationToken) =>
        (await context.Invoices.Where(invoice => EF.Property<string>(invoice, "State") != "issued").Select(invoice => invoice.Number).ToListAsync(cancellationToken))
            .Select(number => new Finding("I4", $"Invoice {number}: it is stored but not sealed as issued."));
}
