using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Registry;
using SmartTracker.Printers.Views.Printers;

namespace SmartTracker.Printers.Controllers;

[Admin]
[Route("admin/printers")]
public sealed class PrintersController(PrinterPages pages, PrinterDraftCheck check, PrinterRegistrar registrar, IStringLocalizer<Texts> t) : Controller
{
    [HttpGet(""), RequirePermission(PrinterPermissions.View)]
    public async Task<IActionResult> Index(string? q, Readiness? state, string? protocol, CancellationToken cancellationToken) =>
        View(await pages.ListAsync(new PrinterFilter(q, state, protocol), cancellationToken));

    [HttpGet("{id:guid}"), RequirePermission(PrinterPermissions.View)]
    public async Task<IActionResult> Details(Guid id, CancellationToken cancellationToken) =>
        await pages.FindAsync(new PrinterId(id), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpGet("new"), RequirePermission(PrinterPermissions.Edit)]
    public IActionResult New() => View("Form", pages.NewForm(new PrinterForm(), []));

    [HttpPost("new"), RequirePermission(PrinterPermissions.Edit)]
    public async Task<IActionResult> New(PrinterForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var faults = await check.CheckAsync(form.Draft, null, cancellationToken);
        if (faults.Count > 0)
            return View("Form", pages.NewForm(form, faults));
        var id = await registrar.RegisterAsync(form.Draft, cancellationToken);
        TempData["Notice"] = t["The printer is registered. Test the connection to see whether it answers."].Value;
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
