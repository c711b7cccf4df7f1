using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Meters;
using SmartTracker.Printers.Registry;
using SmartTracker.Printers.Views.Meters;

namespace SmartTracker.Printers.Controllers;

/// <summary>Counters of devices that are not on the network.</summary>
[Admin]
[Route("admin/printers/{id:guid}/meters")]
[RequirePermission(PrinterPermissions.Edit)]
public sealed class MetersController(MeterBook book, PrinterStore store, IStringLocalizer<Texts> t) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Enter(Guid id, CancellationToken cancellationToken) => PageAsync(id, new MeterEntryForm(), [], cancellationToken);

    [HttpPost("")]
    public async Task<IActionResult> Enter(Guid id, MeterEntryForm form, CancellationToken cancellationToken)
    {
        if (await book.AddAsync(new PrinterId(id), form, User.Identity?.Name ?? "", cancellationToken) is not { } faults)
            return NotFound();
        if (faults.Count > 0)
            return await PageAsync(id, form, faults, cancellationToken);
        TempData["Notice"] = t["The counters are stored."].Value;
        return RedirectToAction(nameof(PrintersController.Details), "Printers", new { id });
    }

    private async Task<IActionResult> PageAsync(Guid id, MeterEntryForm form, IReadOnlyList<DraftFault> faults, CancellationToken cancellationToken) =>
        book.IsKept && await store.FindAsync(new PrinterId(id), cancellationToken) is { IsNetworked: false, ArchivedAt: null } printer
            ? View("Enter", new MeterEntryPage(printer.Id, printer.Name, book.Today.ToDateOnly(), form, await book.LatestAsync(printer, cancellationToken), faults))
            : NotFound();
}
