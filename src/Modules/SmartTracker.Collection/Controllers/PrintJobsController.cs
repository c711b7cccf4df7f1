using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Jobs;

namespace SmartTracker.Collection.Controllers;

[Admin]
[Route("admin/print-jobs")]
[RequirePermission(CollectionPermissions.View)]
public sealed class PrintJobsController(PrintJobListing listing, PrintJobPages pages, PrintJobCsv csv) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(PrintJobFilter filter, int page, CancellationToken cancellationToken) =>
        View(await listing.ListAsync(filter, page, Request, cancellationToken));

    [HttpGet("export")]
    public async Task Export(PrintJobFilter filter, CancellationToken cancellationToken)
    {
        var name = new ContentDispositionHeaderValue("attachment");
        name.SetHttpFileName(await csv.FileNameAsync(filter, cancellationToken));
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = name.ToString();
        await csv.WriteAsync(filter, Response.Body, cancellationToken);
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Details(Guid id, CancellationToken cancellationToken) =>
        await pages.FindAsync(new PrintJobId(id), cancellationToken) is { } page ? View(page) : NotFound();
}
