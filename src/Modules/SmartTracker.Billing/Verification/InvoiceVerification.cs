using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Verification;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Data;
using SmartTracker.Billing.Domain;

namespace SmartTracker.Billing.Verification;

/// <summary>Recomputes every issued document and compares it with its hashes, with what it cancels and with the customer's copy; then numbers and books over all of them.</summary>
internal sealed class InvoiceVerification(BillingDbContext context, BillingStore store, BooksStore books, CustomerCopies copies, ImmutabilityGuards guards) : IVerification
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
        findings.AddRange(await BooksAsync(cancellationToken));
        findings.AddRange(await StatesAsync(cancellationToken));
        return findings;
    }

    private async Task<IReadOnlyList<Finding>> InvoiceAsync(InvoiceId id, CancellationToken cancellationToken)
    {
        InvoiceContent invoice;
        try
        {
            invoice = await store.FindAsync(id, cancellationToken) ?? throw new InvalidOperationException("It vanished while it was checked.");
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            var number = await context.Invoices.Where(i => i.Id == id).Select(i => i.Number).SingleOrDefaultAsync(cancellationToken);
            return [new Finding("I4", $"Invoice {number ?? id.ToString()}: it cannot be read: {error.Message}")];
        }

        var seal = await store.FindSealAsync(id, cancellationToken);
        return
        [
            .. Sums(invoice),
            .. Hashes(invoice, seal),
            .. await CancellationAsync(invoice, cancellationToken),
            .. await copies.CompareAsync(invoice, seal, cancellationToken),
        ];
    }

    private static IReadOnlyList<Finding> Sums(InvoiceContent invoice)
    {
        try
        {
            return [.. InvoiceCheck.Sums(invoice)];
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            return [new Finding("I1", $"{invoice.Name()}: its sums cannot be recomputed: {error.Message}")];
        }
    }

    private static IEnumerable<Finding> Hashes(InvoiceContent invoice, InvoiceSeal? seal)
    {
        if (seal is null)
        {
            yield return new Finding("I4", $"{invoice.Name()}: the hashes and the PDF taken when it was issued are missing.");
            yield break;
        }

        if (ContentHash.Of(invoice) != seal.ContentHash)
            yield return new Finding("I4", $"{invoice.Name()}: its content is not what was issued; the content hash differs.");
        if (ContentHash.OfFile(seal.Pdf) != seal.PdfHash)
            yield return new Finding("I4", $"{invoice.Name()}: its PDF is not what was issued; the file's hash differs.");
    }

    private async Task<IEnumerable<Finding>> NumbersAsync(CancellationToken cancellationToken)
    {
        var used = await context.Invoices
            .Select(invoice => new NumberUsed(invoice.Series, invoice.SeriesYear, invoice.Sequence, invoice.Number)).ToListAsync(cancellationToken);
        var series = await context.Series.Select(state => new SeriesState(state.Series, state.Year, state.LastNumber)).ToListAsync(cancellationToken);
        return NumberGaps.Find(used, series);
    }

    private async Task<IEnumerable<Finding>> CancellationAsync(InvoiceContent document, CancellationToken cancellationToken)
    {
        if (document.CancelsId is not { } cancelled)
            return [];
        try
        {
            return CancellationCheck.Compare(document, await store.FindAsync(cancelled, cancellationToken));
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            return [new Finding("I4", $"{document.Name()}: invoice {document.CancelsNumber}, which it cancels, cannot be read: {error.Message}")];
        }
    }

    private async Task<IEnumerable<Finding>> BooksAsync(CancellationToken cancellationToken)
    {
        try
        {
            return [.. BooksCheck.Find(await books.EntriesAsync(tenant: null, cancellationToken))];
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            return [new Finding("I2", $"The books of the customers cannot be read: {error.Message}")];
        }
    }

    // 'credited' is the only mark that is set after the issue; the credit note is the proof.
    private async Task<IEnumerable<Finding>> StatesAsync(CancellationToken cancellationToken)
    {
        var states = await context.Invoices.OrderBy(invoice => invoice.Number).Select(invoice => new
        {
            invoice.Number,
            State = EF.Property<string>(invoice, "State"),
            IsCancelled = context.Invoices.Any(credit => credit.CancelsId == invoice.Id),
        }).ToListAsync(cancellationToken);
        return states.SelectMany(document => StateFaults(document.State, document.IsCancelled).Select(fault => new Finding("I4", $"Invoice {document.Number}: {fault}.")));
    }

    private static bool IsUnreadable(Exception error) => error is InvalidOperationException or FormatException or ArgumentException or OverflowException or JsonException;

    private static IEnumerable<string> StateFaults(string state, bool isCancelled) => (state, isCancelled) switch
    {
        ("issued", false) or ("credited", true) => [],
        ("credited", false) => ["it is marked as credited, and no credit note cancels it"],
        ("issued", true) => ["a credit note cancels it, and it is not marked as credited"],
        _ => ["it is stored but not sealed as issued"],
    };
}
