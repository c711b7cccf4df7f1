using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Security;
using SmartTracker.Printers.Discovery;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Controllers;

/// <summary>Finds printers in the networks that the host operator allows.</summary>
[Admin]
[Route("admin/printers/discover")]
[RequirePermission(PrinterPermissions.Edit)]
public sealed class DiscoveryController(DiscoveryPages pages, DiscoveryRuns runs, DiscoveredPrinters printers, Formats formats, IStringLocalizer<Texts> t) : Controller
{
    [HttpGet("")]
    public IActionResult Index() => View(pages.Start(null, null));

    [HttpPost("")]
    public IActionResult Start(string[] networks, string? part, string? community)
    {
        var (run, fault) = pages.Begin(networks, part, community);
        return run is null ? View("Index", pages.Start(part, fault)) : RedirectToAction(nameof(Run), new { id = run.Id });
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Run(Guid id, CancellationToken cancellationToken) =>
        await pages.FindAsync(id, cancellationToken) is { } page ? View(page) : NotFound();

    /// <summary>The part of the page that changes while it runs.</summary>
    [HttpGet("{id:guid}/progress")]
    public async Task<IActionResult> Progress(Guid id, CancellationToken cancellationToken) =>
        await pages.FindAsync(id, cancellationToken) is { } page ? PartialView("/Views/Discovery/_Progress.cshtml", page) : NotFound();

    [HttpPost("{id:guid}/stop")]
    public IActionResult Stop(Guid id)
    {
        if (runs.Find(id) is not { } run)
            return NotFound();
        run.Stop();
        return RedirectToAction(nameof(Run), new { id });
    }

    [HttpPost("{id:guid}/register")]
    public async Task<IActionResult> Register(Guid id, string[] chosen, Dictionary<string, string?> names, Guid? site, CancellationToken cancellationToken)
    {
        if (runs.Find(id) is not { } run)
            return NotFound();
        var (registered, refused) = await printers.RegisterAsync(run, chosen, names, site is { } known ? new SiteId(known) : null, cancellationToken);
        TempData["Notice"] = string.Join(' ', [t["{0} printers are registered. Enter their passwords next.", formats.Count(registered)].Value, .. refused]);
        return registered > 0 && refused.Count == 0 ? RedirectToAction(nameof(PrintersController.Index), "Printers") : RedirectToAction(nameof(Run), new { id });
    }
}
