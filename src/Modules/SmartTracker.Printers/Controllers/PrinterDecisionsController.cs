using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Registry;
using SmartTracker.Printers.Views.Printers;

namespace SmartTracker.Printers.Controllers;

/// <summary>What a person tells about one printer: try it, trust its new key, accept the exchanged device, remove it.</summary>
[Admin]
[Route("admin/printers/{id:guid}")]
[RequirePermission(PrinterPermissions.Edit)]
public sealed class PrinterDecisionsController(
    PrinterRegistrar registrar, PrinterPages pages, ConnectionTester tester, ConnectionTestTexts results, IStringLocalizer<Texts> t) : Controller
{
    [HttpPost("test")]
    public async Task<IActionResult> Test(Guid id, CancellationToken cancellationToken)
    {
        if (await tester.TestAsync(new PrinterId(id), cancellationToken) is not { } test)
            return NotFound();
        TempData["Notice"] = results.Describe(test);
        return ToPrinter(id);
    }

    [HttpPost("confirm-key")]
    public async Task<IActionResult> ConfirmKey(Guid id, string key, CancellationToken cancellationToken)
    {
        if (!await registrar.ConfirmKeyAsync(new PrinterId(id), key, cancellationToken))
            return NotFound();
        TempData["Notice"] = t["The new key is remembered. The password belonged to the old one: enter it again."].Value;
        return RedirectToAction(nameof(PrintersController.Edit), "Printers", new { id });
    }

    [HttpPost("confirm-device")]
    public async Task<IActionResult> ConfirmDevice(Guid id, string serialNumber, CancellationToken cancellationToken)
    {
        if (!await registrar.ConfirmDeviceAsync(new PrinterId(id), serialNumber, cancellationToken))
            return NotFound();
        TempData["Notice"] = t["From now on the jobs of serial number {0} are counted here.", serialNumber].Value;
        return ToPrinter(id);
    }

    [HttpGet("remove")]
    public async Task<IActionResult> Remove(Guid id, CancellationToken cancellationToken)
    {
        var printer = new PrinterId(id);
        if (await pages.NameAsync(printer, cancellationToken) is not { } name)
            return NotFound();
        return View("/Views/Printers/Remove.cshtml", new PrinterRemoval(printer, name, await registrar.IsUsedAsync(printer, cancellationToken)));
    }

    [HttpPost("remove")]
    public async Task<IActionResult> Removed(Guid id, CancellationToken cancellationToken)
    {
        if (!await registrar.RemoveAsync(new PrinterId(id), cancellationToken))
            return NotFound();
        TempData["Notice"] = t["The printer is removed. Nothing is collected from it any more."].Value;
        return RedirectToAction(nameof(PrintersController.Index), "Printers");
    }

    private RedirectToActionResult ToPrinter(Guid id) => RedirectToAction(nameof(PrintersController.Details), "Printers", new { id });
}
