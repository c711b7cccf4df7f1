using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Registry;
using SmartTracker.Printers.Views.Sites;

namespace SmartTracker.Printers.Controllers;

[Admin]
[Route("admin/printers/sites")]
public sealed class SitesController(SiteRegister register, SiteStore sites, PrinterPages pages, IStringLocalizer<Texts> t) : Controller
{
    [HttpGet(""), RequirePermission(PrinterPermissions.View)]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var printers = await sites.CountsAsync(cancellationToken);
        return View(new SiteList(
            [.. (await sites.ListAsync(cancellationToken)).Select(site => new SiteRow(site, printers.GetValueOrDefault(site.Id)))], await pages.MayEditAsync()));
    }

    [HttpGet("new"), RequirePermission(PrinterPermissions.Edit)]
    public IActionResult New() => View("Form", new SiteForm(null, new SiteDraft(null, null, null), []));

    [HttpPost("new"), RequirePermission(PrinterPermissions.Edit)]
    public Task<IActionResult> New(SiteDraft draft, CancellationToken cancellationToken) => SaveAsync(null, draft, cancellationToken);

    [HttpGet("{id:guid}"), RequirePermission(PrinterPermissions.Edit)]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancellationToken) =>
        await sites.FindAsync(new SiteId(id), cancellationToken) is { } site
            ? View("Form", new SiteForm(site.Id, new SiteDraft(site.Name, site.Address, site.TimeZoneId), []))
            : NotFound();

    [HttpPost("{id:guid}"), RequirePermission(PrinterPermissions.Edit)]
    public Task<IActionResult> Edit(Guid id, SiteDraft draft, CancellationToken cancellationToken) => SaveAsync(new SiteId(id), draft, cancellationToken);

    [HttpPost("{id:guid}/remove"), RequirePermission(PrinterPermissions.Edit)]
    public async Task<IActionResult> Remove(Guid id, CancellationToken cancellationToken)
    {
        if (!await register.RemoveAsync(new SiteId(id), cancellationToken))
            return NotFound();
        TempData["Notice"] = t["The site is removed. Its printers stay, without a site."].Value;
        return RedirectToAction(nameof(Index));
    }

    private async Task<IActionResult> SaveAsync(SiteId? id, SiteDraft draft, CancellationToken cancellationToken)
    {
        if (await register.SaveAsync(id, draft, cancellationToken) is not { } faults)
            return NotFound();
        if (faults.Count > 0)
            return View("Form", new SiteForm(id, draft, faults));
        TempData["Notice"] = t["Saved."].Value;
        return RedirectToAction(nameof(Index));
    }
}
