using System.Text.Json;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Abstractions.Verification;
using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Billing.Domain;

/// <summary>Recomputes an invoice from its evidence up (I1): steps to job, jobs to line, lines to net, tax and gross.</summary>
public static class InvoiceCheck
{
    public static IEnumerable<Finding> Sums(InvoiceContent invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        return invoice.Jobs.SelectMany(job => Steps(invoice, job))
            .Concat(invoice.Lines.SelectMany(line => Line(invoice, line)))
            .Concat(Positions(invoice))
            .Concat(Head(invoice));
    }

    private static IEnumerable<Finding> Steps(InvoiceContent invoice, BilledJob job)
    {
        decimal sum;
        try
        {
            sum = invoice.Effect(job);
        }
        catch (Exception e) when (e is JsonException or FormatException or OverflowException)
        {
            return [Differs(invoice, $"the price steps of job {job.PrintJobId} cannot be read: {e.Message}")];
        }

        return sum == job.Amount.Amount ? [] : [Differs(invoice, $"job {job.PrintJobId} is charged {job.Amount}, its price steps{(job.EarlierMicros is null ? "" : " less what was billed before")} add up to {sum}")];
    }

    private static IEnumerable<Finding> Line(InvoiceContent invoice, InvoiceLine line)
    {
        var jobs = invoice.Jobs.Where(job => job.Position == line.Position).ToList();
        var evidence = jobs.Sum(job => job.AmountMicros);
        if (evidence != line.ExactMicros)
            yield return Differs(invoice, $"line {line.Position} says {line.Exact} before rounding, its jobs add up to {Money.FromMicros(evidence, line.Exact.Currency)}");
        if (line.Exact.Rounded().Micros != line.NetMicros)
            yield return Differs(invoice, $"line {line.Position} says {line.Net} net, {line.Exact} rounds to {line.Exact.Rounded()}");
        if (jobs.Count != line.JobCount)
            yield return Differs(invoice, $"line {line.Position} says {line.JobCount} jobs, its evidence has {jobs.Count}");
    }

    private static IEnumerable<Finding> Positions(InvoiceContent invoice)
    {
        foreach (var job in invoice.Jobs.Where(job => job.Position != BilledJob.NotCharged && invoice.Lines.All(line => line.Position != job.Position)))
            yield return Differs(invoice, $"job {job.PrintJobId} stands behind line {job.Position}, which does not exist");
        foreach (var job in invoice.Jobs.Where(job => job.Position == BilledJob.NotCharged && job.AmountMicros != 0))
            yield return Differs(invoice, $"job {job.PrintJobId} is not charged but has the amount {job.Amount}");
    }

    private static IEnumerable<Finding> Head(InvoiceContent invoice)
    {
        var net = invoice.Lines.Sum(line => line.NetMicros);
        var tax = invoice.VatTotals.Sum(total => total.Tax.Micros);
        if (net != invoice.NetMicros)
            yield return Differs(invoice, $"net is {invoice.Net}, its lines add up to {Money.FromMicros(net, invoice.Net.Currency)}");
        if (tax != invoice.TaxMicros)
            yield return Differs(invoice, $"tax is {invoice.Tax}, recomputed from the lines it is {Money.FromMicros(tax, invoice.Tax.Currency)}");
        if (invoice.NetMicros + invoice.TaxMicros != invoice.GrossMicros)
            yield return Differs(invoice, $"gross is {invoice.Gross}, net and tax add up to {invoice.Net + invoice.Tax}");
    }

    private static Finding Differs(InvoiceContent invoice, string what) => new("I1", $"{invoice.Name()}: {what}.");
}
