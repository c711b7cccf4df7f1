using SmartTracker.Abstractions.Verification;
using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Billing.Domain;

/// <summary>Whether a credit note takes back exactly the invoice that it names (I1, I4).</summary>
public static class CancellationCheck
{
    public static IEnumerable<Finding> Compare(InvoiceContent credit, InvoiceContent? invoice)
    {
        ArgumentNullException.ThrowIfNull(credit);
        if (invoice is null)
        {
            yield return Differs("I4", credit, $"it cancels invoice {credit.CancelsNumber}, which is not there");
            yield break;
        }

        if (invoice.Kind != DocumentKind.Invoice || credit.Kind != DocumentKind.CreditNote)
            yield return Differs("I4", credit, $"it cancels {invoice.Number}, and only a credit note cancels, and only an invoice");
        if ((credit.CancelsNumber, credit.CancelsIssuedOn) != (invoice.Number, invoice.IssuedOn))
            yield return Differs("I4", credit, $"it names invoice {credit.CancelsNumber} of {credit.CancelsIssuedOn}, which is {invoice.Number} of {invoice.IssuedOn}");
        if ((credit.CustomerTenant, credit.PeriodStart, credit.Currency) != (invoice.CustomerTenant, invoice.PeriodStart, invoice.Currency))
            yield return Differs("I4", credit, $"customer, month or currency are not those of invoice {invoice.Number}");
        if ((credit.NetMicros, credit.TaxMicros, credit.GrossMicros) != (invoice.NetMicros, invoice.TaxMicros, invoice.GrossMicros))
            yield return Differs("I1", credit, $"it gives back {credit.Gross}, invoice {invoice.Number} charges {invoice.Gross}");
        if (!Lines(credit).SequenceEqual(Lines(invoice)))
            yield return Differs("I1", credit, $"its lines are not those of invoice {invoice.Number}");
        if (!Jobs(credit).SequenceEqual(Jobs(invoice)))
            yield return Differs("I2", credit, $"the jobs that it takes back are not those of invoice {invoice.Number}");
    }

    private static IEnumerable<InvoiceLine> Lines(InvoiceContent content) =>
        content.Lines.OrderBy(line => line.Position).Select(line => line with { InvoiceId = default });

    private static IEnumerable<BilledJob> Jobs(InvoiceContent content) =>
        content.Jobs.OrderBy(job => job.PrintJobId.Value).Select(job => job with { InvoiceId = default, Entry = 0 });

    private static Finding Differs(string invariant, InvoiceContent credit, string what) => new(invariant, $"Credit note {credit.Number}: {what}.");
}
