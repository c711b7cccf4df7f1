using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Data;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Billing.Invoices;

[Admin]
[Route("admin/invoices")]
[RequirePermission(BillingPermissions.View)]
public sealed class InvoicesController(BillingStore store, IAuthorizationService authorization, LineWords words, TimeProvider time) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) =>
        View(new InvoiceList(await store.ListAsync(cancellationToken), Instant.FromDateTimeOffset(time.GetUtcNow())));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Detail(Guid id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(new InvoiceId(id), cancellationToken) is not { } invoice)
            return NotFound();
        var mayCredit = await authorization.AuthorizeAsync(User, null, new PermissionRequirement(BillingPermissions.Credit));
        return View(new InvoiceSheet(
            invoice,
            await store.FindDeliveryAsync(invoice.Id, cancellationToken),
            await store.FindCancellationAsync(invoice.Id, cancellationToken),
            mayCredit.Succeeded));
    }

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

    [HttpGet("{id:guid}/jobs/{jobId:guid}")]
    public async Task<IActionResult> Job(Guid id, Guid jobId, CancellationToken cancellationToken)
    {
        var invoice = await store.FindAsync(new InvoiceId(id), cancellationToken);
        return invoice?.Jobs.Find(job => job.PrintJobId == new PrintJobId(jobId)) is { } job
            ? View(new InvoiceJobSteps(invoice, job, await store.EntriesAsync(job.PrintJobId, cancellationToken)))
            : NotFound();
    }

    [HttpGet("{id:guid}/pdf")]
    public async Task<IActionResult> Pdf(Guid id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(new InvoiceId(id), cancellationToken) is not { } invoice || await store.FindSealAsync(invoice.Id, cancellationToken) is not { } seal)
            return NotFound();
        return File(seal.Pdf, "application/pdf", words.Title(invoice).Replace('/', '-') + ".pdf");
    }
}
