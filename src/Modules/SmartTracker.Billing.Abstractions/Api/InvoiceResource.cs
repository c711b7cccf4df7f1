using System.ComponentModel;
using NodaTime;
using SmartTracker.Abstractions.Api;

namespace SmartTracker.Billing.Abstractions.Api;

/// <summary>An issued invoice or credit note, at its issuer's or as its customer received it.</summary>
[ApiExample("""
    { "id": "0199b0a4-1f2e-7c3d-9a41-5d0c3c6e8b11", "kind": "invoice", "number": "2026-0001", "tenant": "nordplan", "period": "2026-10", "issuedOn": "2026-11-02", "dueOn": "2026-11-16",
      "issuer": "Plotservice Hansa GmbH", "recipient": "Nordplan Architekten PartG mbB",
      "net": { "amount": "100", "currency": "EUR" }, "tax": { "amount": "19", "currency": "EUR" }, "gross": { "amount": "119", "currency": "EUR" },
      "cancelsId": null, "cancelsNumber": null, "cancelReason": null,
      "lines": [ { "position": 1, "kind": "usage", "printerName": "Plotter EG", "mediaType": "Coated 130 g", "originalPeriod": null, "jobCount": 42, "vatPercent": "19", "net": { "amount": "100", "currency": "EUR" } } ] }
    """)]
public sealed record InvoiceResource(
    Guid Id,
    DocumentKind Kind,
    string Number,
    [property: Description("The customer's tenant.")] string Tenant,
    [property: Description("The month that is billed.")] string Period,
    LocalDate IssuedOn,
    LocalDate DueOn,
    string Issuer,
    string Recipient,
    ApiMoney Net,
    ApiMoney Tax,
    [property: Description("What is owed; on a credit note what is given back.")] ApiMoney Gross,
    [property: Description("The invoice that this credit note cancels.")] Guid? CancelsId,
    string? CancelsNumber,
    string? CancelReason,
    [property: Description("Null in lists.")] IReadOnlyList<InvoiceLineResource>? Lines)
{
    public static InvoiceResource Head(InvoiceContent invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        return new(
            invoice.Id.Value, invoice.Kind, invoice.Number, invoice.CustomerTenant, ApiPeriod.Text(invoice.Period), invoice.IssuedOn, invoice.DueOn,
            invoice.Issuer.Name, invoice.Recipient.Name, ApiMoney.Of(invoice.Net), ApiMoney.Of(invoice.Tax), ApiMoney.Of(invoice.Gross),
            invoice.CancelsId?.Value, invoice.CancelsNumber, invoice.CancelReason, null);
    }

    public static InvoiceResource Whole(InvoiceContent invoice) => Head(invoice) with { Lines = [.. invoice.Lines.OrderBy(line => line.Position).Select(InvoiceLineResource.Of)] };
}

/// <summary>What one printer on one kind of media comes to.</summary>
public sealed record InvoiceLineResource(
    int Position,
    LineKind Kind,
    string PrinterName,
    string? MediaType,
    [property: Description("The month that late or changed jobs belong to; null for those of the invoice's own.")] string? OriginalPeriod,
    int JobCount,
    string VatPercent,
    ApiMoney Net)
{
    internal static InvoiceLineResource Of(InvoiceLine line) => new(
        line.Position, line.Kind, line.PrinterName, line.MediaType, line.OriginalPeriodStart is { } month ? ApiPeriod.Text(month.ToYearMonth()) : null,
        line.JobCount, ApiMoney.Text(line.VatRate.Fraction * 100), ApiMoney.Of(line.Net));
}

/// <summary>The evidence of one print job behind a line.</summary>
public sealed record BilledJobResource(
    Guid PrintJobId,
    int Revision,
    Instant PrintedAt,
    string PrinterName,
    string PrinterSerial,
    string DeviceJobId,
    string? UserName,
    string? JobName,
    string? MediaType,
    int? Impressions,
    long? PageAreaMm2,
    long? MediaAreaMm2,
    long? InkNl,
    string RateCard,
    ApiMoney Amount,
    [property: Description("What was billed for the job before; null for a job billed for the first time.")] ApiMoney? Earlier,
    [property: Description("Add up to the amount and what was billed before.")] IReadOnlyList<Costing.Abstractions.PriceStep> Steps)
{
    /// <summary>The jobs behind a line, or (at position 0) those not charged; null where there is neither.</summary>
    public static IReadOnlyList<BilledJobResource>? At(InvoiceContent invoice, int position)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        var jobs = invoice.JobsAt(position);
        return jobs.Count == 0 && invoice.Lines.TrueForAll(line => line.Position != position) ? null : [.. jobs.Select(Of)];
    }

    private static BilledJobResource Of(BilledJob job) => new(
        job.PrintJobId.Value, job.Revision, job.PrintedAt, job.PrinterName, job.PrinterSerial, job.DeviceJobId, job.UserName, job.JobName, job.MediaType,
        job.Impressions, job.PageAreaMm2, job.MediaAreaMm2, job.InkNl, job.RateCard, ApiMoney.Of(job.Amount),
        job.Earlier is { } earlier ? ApiMoney.Of(earlier) : null, job.ReadSteps());
}
