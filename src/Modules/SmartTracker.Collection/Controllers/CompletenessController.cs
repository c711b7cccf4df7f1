using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Collection.Completeness;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Controllers;

/// <summary>Whether all jobs of a month are known: counters against jobs, and stretches about which a person has to decide.</summary>
[Admin]
[Route("admin/collections/completeness")]
public sealed class CompletenessController(CompletenessPages pages, CompletenessCsv csv, GapDeciding deciding, IStringLocalizer<Texts> t) : Controller
{
    [HttpGet(""), RequirePermission(CollectionPermissions.View)]
    public async Task<IActionResult> Index(string? month, CancellationToken cancellationToken) =>
        View("/Views/Collections/Completeness.cshtml", await pages.MonthAsync(month, cancellationToken));

    [HttpGet("export"), RequirePermission(CollectionPermissions.View)]
    public async Task<IActionResult> Export(string? month, CancellationToken cancellationToken) =>
        File(await csv.WriteAsync(pages.Month(month), cancellationToken), "text/csv; charset=utf-8", csv.FileName(pages.Month(month)));

    [HttpGet("gaps/{id:guid}"), RequirePermission(CollectionPermissions.Decide)]
    public async Task<IActionResult> Gap(Guid id, CancellationToken cancellationToken) =>
        await pages.GapAsync(id, null, null, cancellationToken) is { } page ? View("/Views/Collections/Gap.cshtml", page) : NotFound();

    [HttpPost("gaps/{id:guid}"), RequirePermission(CollectionPermissions.Decide)]
    public async Task<IActionResult> Decide(Guid id, GapVerdict? verdict, string? reason, CancellationToken cancellationToken)
    {
        if (await pages.GapAsync(id, verdict, reason ?? "", cancellationToken) is not { } page)
            return NotFound();
        if (page.Faults.Count > 0)
            return View("/Views/Collections/Gap.cshtml", page);
        await deciding.DecideAsync(id, verdict!.Value, reason!, User.Identity!.Name!, cancellationToken);
        TempData["Notice"] = t["Your decision is kept with your name."].Value;
        return LocalRedirect($"~/admin/printers/{page.PrinterId}");
    }

    [HttpPost("gaps/{id:guid}/reopen"), RequirePermission(CollectionPermissions.Decide)]
    public async Task<IActionResult> Reopen(Guid id, CancellationToken cancellationToken)
    {
        if (await deciding.ReopenAsync(id, cancellationToken) is not { } gap)
            return NotFound();
        TempData["Notice"] = t["The stretch is open again."].Value;
        return LocalRedirect($"~/admin/printers/{gap.PrinterId}");
    }
}
