using Microsoft.AspNetCore.Mvc;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Jobs;
using SmartTracker.Collection.Views.PrintJobs;

namespace SmartTracker.Collection.Controllers;

[Admin]
[Route("admin/print-jobs")]
[RequirePermission(CollectionPermissions.View)]
public sealed class PrintJobsController(PrintJobListing listing, PrintJobPages pages) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(
        string? month, Guid? printer, PrintJobStatus? status, string? q, int page, CancellationToken cancellationToken) =>
        View(await listing.ListAsync(new PrintJobFilter(month, printer, status, q), page, Request, cancellationToken));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Details(Guid id, CancellationToken cancellationToken) =>
        await pages.FindAsync(new PrintJobId(id), cancellationToken) is { } page ? View(page) : NotFound();
}
