using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using SmartTracker.Abstractions.Security;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Bills.Data;
using SmartTracker.Bills.Export;
using SmartTracker.Bills.Wording;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Bills.Portal;

[Route("bills")]
[RequirePermission(BillsPermissions.View)]
public sealed class BillsController(BillStore bills, BillCsv csv, BillWords words, TimeProvider time) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) =>
        View(new BillList(await bills.ListAsync(cancellationToken), Instant.FromDateTimeOffset(time.GetUtcNow())));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Detail(Guid id, CancellationToken cancellationToken)
    {
        if (await bills.FindAsync(new InvoiceId(id), cancellationToken) is not { } bill || await bills.FindFileAsync(bill.Id, cancellationToken) is not { } file)
            return NotFound();
        var cancelled = bill.CancelsId is { } cancels ? await bills.FindFileAsync(cancels, cancellationToken) : null;
        return View(new BillSheet(bill, file.Pdf.Length, await bills.FindCancellationAsync(bill.Id, cancellationToken), cancelled is not null));
    }

    /// <param name="position">A line, or 0 for the jobs that are not charged.</param>
    [HttpGet("{id:guid}/lines/{position:int}")]
    public async Task<IActionResult> Line(Guid id, int position, CancellationToken cancellationToken)
    {
        if (await bills.FindAsync(new InvoiceId(id), cancellationToken) is not { } bill)
            return NotFound();
        var line = bill.Lines.Find(l => l.Position == position);
        var screen = new BillLineJobs(bill, line);
        return line is null && (position != BilledJob.NotCharged || screen.Jobs.Count == 0) ? NotFound() : View(screen);
    }

    [HttpGet("{id:guid}/jobs/{jobId:guid}")]
    public async Task<IActionResult> Job(Guid id, Guid jobId, CancellationToken cancellationToken)
    {
        var bill = await bills.FindAsync(new InvoiceId(id), cancellationToken);
        return bill?.Jobs.Find(j => j.PrintJobId == new PrintJobId(jobId)) is { } job
            ? View(new BillJobSteps(bill, job, await bills.EntriesAsync(job.PrintJobId, cancellationToken)))
            : NotFound();
    }

    [HttpGet("{id:guid}/pdf")]
    public async Task<IActionResult> Pdf(Guid id, CancellationToken cancellationToken)
    {
        if (await bills.FindAsync(new InvoiceId(id), cancellationToken) is not { } bill || await bills.FindFileAsync(bill.Id, cancellationToken) is not { } file)
            return NotFound();
        return File(file.Pdf, "application/pdf", FileName(bill, "pdf"));
    }

    [HttpGet("{id:guid}/csv")]
    public async Task<IActionResult> Csv(Guid id, CancellationToken cancellationToken) =>
        await bills.FindAsync(new InvoiceId(id), cancellationToken) is { } bill
            ? File(csv.Write(bill, CultureInfo.CurrentUICulture), "text/csv; charset=utf-8", FileName(bill, "csv"))
            : NotFound();

    private string FileName(InvoiceContent bill, string extension) => words.Title(bill).Replace('/', '-') + "." + extension;
}
