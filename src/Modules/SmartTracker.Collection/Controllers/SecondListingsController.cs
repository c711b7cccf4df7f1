using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Collection.Sources;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Controllers;

/// <summary>Jobs that a second source lists of a printer, and about which a person has to say whether they are known.</summary>
[Admin]
[Route("admin/collections/completeness/listings/{printer:guid}")]
public sealed class SecondListingsController(SecondListingPages pages, SecondListingDeciding deciding, IStringLocalizer<Texts> t) : Controller
{
    [HttpGet(""), RequirePermission(CollectionPermissions.View)]
    public async Task<IActionResult> Index(Guid printer, CancellationToken cancellationToken) =>
        await pages.PrinterAsync(new PrinterId(printer), null, cancellationToken) is { } page ? View(page) : NotFound();

    [HttpPost(""), RequirePermission(CollectionPermissions.Decide)]
    public async Task<IActionResult> Decide(Guid printer, SecondListingForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await pages.PrinterAsync(new PrinterId(printer), form, cancellationToken) is not { } page)
            return NotFound();
        if (page.Faults.Count > 0)
            return View("Index", page);
        var decided = await deciding.DecideAsync(page.Choices, form.Reason!, User.Identity!.Name!, cancellationToken);
        TempData["Notice"] = decided == 1 ? t["Your decision is kept with your name."].Value : t["Your decisions about {0} jobs are kept with your name.", decided].Value;
        return LocalRedirect($"~/admin/collections/completeness/listings/{printer}");
    }

    [HttpPost("{id:guid}/reopen"), RequirePermission(CollectionPermissions.Decide)]
    public async Task<IActionResult> Reopen(Guid printer, Guid id, CancellationToken cancellationToken)
    {
        if (!await deciding.ReopenAsync(id, cancellationToken))
            return NotFound();
        TempData["Notice"] = t["You are asked about the job again."].Value;
        return LocalRedirect($"~/admin/collections/completeness/listings/{printer}");
    }
}
