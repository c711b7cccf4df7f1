using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Collection.Collecting;
using SmartTracker.Collection.History;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Controllers;

[Admin]
[Route("admin/collections")]
public sealed class CollectionsController(CollectionPages pages, PrintJobCollector collector, IStringLocalizer<Texts> t) : Controller
{
    [HttpGet(""), RequirePermission(CollectionPermissions.View)]
    public async Task<IActionResult> Index(bool problems, int page, CancellationToken cancellationToken) =>
        View(await pages.ListAsync(problems, page, Request, cancellationToken));

    /// <summary>Collects from one printer, or from all, while the person waits.</summary>
    [HttpPost("now"), RequirePermission(CollectionPermissions.Run)]
    public async Task<IActionResult> Now(Guid? printer, CancellationToken cancellationToken)
    {
        var outcomes = await collector.CollectAsync(printer is { } id ? new PrinterId(id) : null, cancellationToken);
        if (printer is not null && outcomes.Count == 0)
            return NotFound();
        TempData["Notice"] = outcomes.Count == 0
            ? t["There is no printer to collect from."].Value
            : string.Join(' ', outcomes.Select(outcome => t["{0}: {1}", outcome.PrinterName, outcome.Sentence].Value));
        return printer is null ? RedirectToAction(nameof(Index)) : Redirect(Url.Content($"~/admin/printers/{printer}"));
    }
}
