using NodaTime;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Bills.Portal;

/// <summary>The list of bills.</summary>
public sealed record BillList(IReadOnlyList<InvoiceContent> Bills, Instant AsOf);

/// <summary>One bill with its lines.</summary>
public sealed record BillSheet(InvoiceContent Bill, int PdfBytes)
{
    public int NotCharged => Bill.Jobs.Count(job => job.Position == BilledJob.NotCharged);

    public IReadOnlyList<ChargedQuantity> Charged(InvoiceLine line) => ChargedQuantity.Of(Bill.JobsAt(line.Position));
}

/// <summary>The jobs behind a line, or (without a line) those that are not charged.</summary>
public sealed record BillLineJobs(InvoiceContent Bill, InvoiceLine? Line)
{
    public IReadOnlyList<BilledJob> Jobs => Bill.JobsAt(Line?.Position ?? BilledJob.NotCharged);

    public Money Sum => Line?.Exact ?? Money.Zero(new Currency(Bill.Currency));
}

/// <summary>One job of a bill with its price steps.</summary>
public sealed record BillJobSteps(InvoiceContent Bill, BilledJob Job)
{
    public IReadOnlyList<StepRow> Rows { get; } = StepRow.Of(Job.ReadSteps());
}

/// <summary>A price step with the running total up to it.</summary>
public sealed record StepRow(int Number, PriceStep Step, decimal Running)
{
    public static IReadOnlyList<StepRow> Of(IReadOnlyList<PriceStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var rows = new List<StepRow>(steps.Count);
        var running = 0m;
        foreach (var step in steps)
        {
            running += step.Amount;
            rows.Add(new StepRow(rows.Count + 1, step, running));
        }

        return rows;
    }
}
