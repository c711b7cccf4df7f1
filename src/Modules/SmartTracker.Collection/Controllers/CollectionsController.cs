using Microsoft.AspNetCore.Mvc;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Collection.History;
using SmartTracker.Collection.SetAside;
using SmartTracker.Collection.Views.Collections;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Controllers;

[Admin]
[Route("admin/collections")]
public sealed class CollectionsController(CollectionPages pages, CollectionRunPages runs, AnswerRelease release) : Controller
{
    // What is over sooner needs no page of its own.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    [HttpGet(""), RequirePermission(CollectionPermissions.View)]
    public async Task<IActionResult> Index(bool problems, Guid? printer, int page, CancellationToken cancellationToken) =>
        View(await pages.ListAsync(new CollectionFilter(problems, printer), page, Request, cancellationToken));

    /// <summary>Collects from one printer, or from all. Whoever waits sees how far it is; leaving the page is fine.</summary>
    [HttpPost("now"), RequirePermission(CollectionPermissions.Run)]
    public async Task<IActionResult> Now(Guid? printer, CancellationToken cancellationToken)
    {
        if (await runs.StartAsync(printer is { } id ? new PrinterId(id) : null, cancellationToken) is not { } run)
            return NotFound();
        if (!await run.IsOverWithinAsync(Patience, cancellationToken))
            return LocalRedirect($"~/admin/collections/now/{run.Id}");
        TempData["Notice"] = runs.Summary(run);
        return LocalRedirect(CollectionRunPages.PathBack(run));
    }

    /// <summary>The same, also where the printer's answer was set aside.</summary>
    [HttpPost("again"), RequirePermission(CollectionPermissions.Run)]
    public async Task<IActionResult> Again(Guid printer, CancellationToken cancellationToken)
    {
        await release.ReleaseAsync(new PrinterId(printer), cancellationToken);
        return await Now(printer, cancellationToken);
    }

    [HttpGet("now/{id:guid}"), RequirePermission(CollectionPermissions.Run)]
    public IActionResult Run(Guid id) => runs.Find(id) is { } page ? View(page) : NotFound();

    /// <summary>The part of the page that changes while it runs.</summary>
    [HttpGet("now/{id:guid}/progress"), RequirePermission(CollectionPermissions.Run)]
    public IActionResult Progress(Guid id) => runs.Find(id) is { } page ? PartialView("/Views/Collections/_Progress.cshtml", page) : NotFound();
}
