using SmartTracker.Abstractions.Quantities;

namespace SmartTracker.Billing.Abstractions;

/// <summary>What a line of changed jobs is made of: their new price and what was billed before. The line charges the difference.</summary>
public readonly record struct LineDelta(Money Now, Money Before)
{
    /// <summary>Null for a line whose jobs were not billed before.</summary>
    public static LineDelta? Of(InvoiceContent document, InvoiceLine line)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(line);
        if (line.Kind != LineKind.Changed)
            return null;
        var jobs = document.JobsAt(line.Position);
        var currency = new Currency(line.Currency);
        return new LineDelta(
            new Money(jobs.Sum(job => job.ReadSteps().Sum(step => step.Amount)), currency),
            Money.FromMicros(jobs.Sum(job => job.EarlierMicros ?? 0), currency));
    }
}
