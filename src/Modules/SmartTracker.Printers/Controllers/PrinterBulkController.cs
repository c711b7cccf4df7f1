using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Security;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Registry;
using SmartTracker.Printers.Views.Printers;

namespace SmartTracker.Printers.Controllers;

/// <summary>What is done with several printers of the list at once.</summary>
[Admin]
[Route("admin/printers/bulk")]
[RequirePermission(PrinterPermissions.Edit)]
public sealed class PrinterBulkController(FleetEditor editor, PrinterStore store, Formats formats, IStringLocalizer<Texts> t) : Controller
{
    [HttpPost("site")]
    public async Task<IActionResult> Site(Guid[] chosen, Guid? site, CancellationToken cancellationToken)
    {
        if (await editor.StandAtAsync(Ids(chosen), site is { } id ? new SiteId(id) : null, cancellationToken) is not { } changed)
            return NotFound();
        return Back(chosen.Length == 0 ? t["No printer was chosen."] : t["The site is set on {0} printers.", formats.Count(changed)]);
    }

    [HttpPost("group")]
    public async Task<IActionResult> Group(Guid[] chosen, string? group, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(group) || group.Trim().Length > 60)
            return Back(t["A group’s name has up to {0} characters.", 60]);
        var changed = await editor.JoinAsync(Ids(chosen), group, cancellationToken);
        return Back(chosen.Length == 0 ? t["No printer was chosen."] : t["{0} printers belong to {1} now.", formats.Count(changed), group.Trim()]);
    }

    /// <summary>Asks first.</summary>
    [HttpPost("remove")]
    public async Task<IActionResult> Remove(Guid[] chosen, CancellationToken cancellationToken)
    {
        var printers = (await store.ListActiveAsync(cancellationToken)).Where(printer => chosen.Contains(printer.Id.Value)).ToList();
        return printers.Count == 0
            ? Back(t["No printer was chosen."])
            : View("/Views/Printers/RemoveMany.cshtml", new PrinterRemovals([.. printers.Select(printer => (printer.Id, printer.Name))]));
    }

    [HttpPost("removed")]
    public async Task<IActionResult> Removed(Guid[] chosen, CancellationToken cancellationToken) =>
        Back(t["{0} printers are removed. Those on which jobs were counted can be brought back.", formats.Count(await editor.RemoveAsync(Ids(chosen), cancellationToken))]);

    private RedirectToActionResult Back(string notice)
    {
        TempData["Notice"] = notice;
        return RedirectToAction(nameof(PrintersController.Index), "Printers");
    }

    private static IEnumerable<PrinterId> Ids(Guid[] chosen) => chosen.Select(id => new PrinterId(id));
}
