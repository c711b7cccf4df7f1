using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Data;

namespace SmartTracker.Billing.Invoices;

[Admin]
[Route("admin/invoices")]
[RequirePermission(BillingPermissions.View)]
public sealed class InvoicesController(BillingStore store, TimeProvider time, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) =>
        View(new InvoiceList(await store.ListAsync(cancellationToken), Instant.FromDateTimeOffset(time.GetUtcNow())));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Detail(Guid id, CancellationToken cancellationToken) =>
        await store.FindAsync(new InvoiceId(id), cancellationToken) is { } invoice
            ? View(new InvoiceSheet(invoice, await store.FindDeliveryAsync(invoice.Id, cancellationToken)))
            : NotFound();

    /// <param name="position">A line, or 0 for the jobs that are not charged.</param>
    [HttpGet("{id:guid}/lines/{position:int}")]
    public async Task<IActionResult> Line(Guid id, int position, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(new InvoiceId(id), cancellationToken) is not { } invoice)
            return NotFound();
        var line = invoice.Lines.Find(l => l.Position == position);
        var screen = new InvoiceLineJobs(invoice, line);
        return line is null && (position != BilledJob.NotCharged || screen.Jobs.Count == 0) ? NotFound() : View(screen);
    }

    [HttpGet("{id:guid}/pdf")]
    public async Task<IActionResult> Pdf(Guid id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(new InvoiceId(id), cancellationToken) is not { } invoice || await store.FindSealAsync(invoice.Id, cancellationToken) is not { } seal)
            return NotFound();
        return File(seal.Pdf, "application/pdf", texts["Invoice {0}", invoice.Number.Replace('/', '-')].Value + ".pdf");
    }
}
