using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Registry;
using SmartTracker.Printers.Views.Printers;

namespace SmartTracker.Printers.Controllers;

/// <summary>The device was exchanged or reset, or comes back after it was removed.</summary>
[Admin]
[Route("admin/printers/{id:guid}")]
[RequirePermission(PrinterPermissions.Edit)]
public sealed class DeviceLifeController(DeviceLife life, PrinterPages pages, IStringLocalizer<Texts> t) : Controller
{
    [HttpGet("device")]
    public async Task<IActionResult> Change(Guid id, CancellationToken cancellationToken) =>
        await PageAsync(id, new DeviceChange(null, null, null), [], cancellationToken);

    [HttpPost("device")]
    public async Task<IActionResult> Change(Guid id, DeviceChange change, CancellationToken cancellationToken)
    {
        if (await life.ChangeAsync(new PrinterId(id), change, cancellationToken) is not { } faults)
            return NotFound();
        if (faults.Count > 0)
            return await PageAsync(id, change, faults, cancellationToken);
        TempData["Notice"] = t["Noted. A new life of the device begins now; what was counted before stays as it is. Test the connection next."].Value;
        return ToPrinter(id);
    }

    [HttpPost("restore")]
    public async Task<IActionResult> Restore(Guid id, CancellationToken cancellationToken)
    {
        if (await life.RestoreAsync(new PrinterId(id), cancellationToken) is not { } refusal)
            return NotFound();
        TempData["Notice"] = refusal.Length > 0 ? refusal : t["The printer is back. Enter its password again, then test the connection."].Value;
        return ToPrinter(id);
    }

    private async Task<IActionResult> PageAsync(Guid id, DeviceChange change, IReadOnlyList<DraftFault> faults, CancellationToken cancellationToken) =>
        await pages.FindAsync(new PrinterId(id), cancellationToken) is { Printer: { ArchivedAt: null } printer }
            ? View("/Views/Printers/Device.cshtml", new DevicePage(printer.Id, printer.Name, printer.SerialNumber, printer.IsNetworked, change, faults))
            : NotFound();

    private RedirectToActionResult ToPrinter(Guid id) => RedirectToAction(nameof(PrintersController.Details), "Printers", new { id });
}
