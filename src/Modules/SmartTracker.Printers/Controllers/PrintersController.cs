using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Registry;
using SmartTracker.Printers.Views.Printers;

namespace SmartTracker.Printers.Controllers;

[Admin]
[Route("admin/printers")]
public sealed class PrintersController(
    PrinterPages pages, PrinterListing listing, PrinterDraftCheck check, PrinterRegistrar registrar, ConnectionTester tester, ConnectionTestTexts results, IStringLocalizer<Texts> t)
    : Controller
{
    [HttpGet(""), RequirePermission(PrinterPermissions.View)]
    public async Task<IActionResult> Index([FromQuery] PrinterFilter filter, CancellationToken cancellationToken) =>
        View(await listing.ListAsync(filter, cancellationToken));

    [HttpGet("{id:guid}"), RequirePermission(PrinterPermissions.View)]
    public async Task<IActionResult> Details(Guid id, CancellationToken cancellationToken) =>
        await pages.FindAsync(new PrinterId(id), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpGet("new"), RequirePermission(PrinterPermissions.Edit)]
    public async Task<IActionResult> New(string? protocol, CancellationToken cancellationToken) =>
        View("Form", await pages.NewFormAsync(new PrinterForm { Protocol = protocol ?? Printer.PiwsProtocol }, [], cancellationToken));

    [HttpPost("new"), RequirePermission(PrinterPermissions.Edit)]
    public async Task<IActionResult> New(PrinterForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var faults = await check.CheckAsync(form.Draft, null, cancellationToken);
        if (faults.Count > 0)
            return View("Form", await pages.NewFormAsync(form, faults, cancellationToken));
        var id = await registrar.RegisterAsync(form.Draft, cancellationToken);
        var test = form.Check ? await tester.TestAsync(id, cancellationToken) : null;
        TempData["Notice"] = test is null
            ? t["The printer is registered. Test the connection to see whether it answers."].Value
            : t["The printer is registered. {0}", results.Describe(test)].Value;
        return RedirectToAction(nameof(Details), new { id = id.Value });
    }

    [HttpGet("{id:guid}/edit"), RequirePermission(PrinterPermissions.Edit)]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancellationToken) =>
        await pages.EditFormAsync(new PrinterId(id), null, [], cancellationToken) is { } page ? View("Form", page) : NotFound();

    [HttpPost("{id:guid}/edit"), RequirePermission(PrinterPermissions.Edit)]
    public async Task<IActionResult> Edit(Guid id, PrinterForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var faults = await check.CheckAsync(form.Draft, new PrinterId(id), cancellationToken);
        if (faults.Count > 0)
            return await pages.EditFormAsync(new PrinterId(id), form, faults, cancellationToken) is { } page ? View("Form", page) : NotFound();
        if (!await registrar.ChangeAsync(new PrinterId(id), form.Draft, cancellationToken))
            return NotFound();
        TempData["Notice"] = t["Saved."].Value;
        return RedirectToAction(nameof(Details), new { id });
    }
}
