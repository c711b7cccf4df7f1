using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Agents.Domain;
using SmartTracker.Agents.Enrolling;
using SmartTracker.Agents.Fleet;
using SmartTracker.Agents.Pages;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Agents.Controllers;

[Admin]
[Route("admin/agents")]
public sealed class AgentsController(AgentPages pages, PrinterAssigner assigner, AgentRevoker revoker, IStringLocalizer<Texts> t) : Controller
{
    [HttpGet(""), RequirePermission(AgentPermissions.View)]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(await pages.ListAsync(cancellationToken));

    [HttpGet("{id:guid}"), RequirePermission(AgentPermissions.View)]
    public async Task<IActionResult> Details(Guid id, CancellationToken cancellationToken) =>
        await pages.FindAsync(new AgentId(id), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpPost("{id:guid}/printers"), RequirePermission(AgentPermissions.Manage)]
    public async Task<IActionResult> Assign(Guid id, Guid[]? printer, CancellationToken cancellationToken)
    {
        var wanted = (printer ?? []).Select(PrinterId.From).ToList();
        if (!await assigner.AssignAsync(new AgentId(id), wanted, User.Identity?.Name ?? "", cancellationToken))
            return NotFound();
        TempData["Notice"] = t["Saved. The agent hears of it within a minute; printers that were taken from it are asked by this host again."].Value;
        return RedirectToAction(nameof(Details), new { id });
    }

    [HttpGet("{id:guid}/revoke"), RequirePermission(AgentPermissions.Manage)]
    public async Task<IActionResult> Revoke(Guid id, CancellationToken cancellationToken) =>
        await pages.RevocationAsync(new AgentId(id), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpPost("{id:guid}/revoke"), ActionName(nameof(Revoke)), RequirePermission(AgentPermissions.Manage)]
    public async Task<IActionResult> RevokeConfirmed(Guid id, CancellationToken cancellationToken)
    {
        if (await revoker.RevokeAsync(new AgentId(id), User.Identity?.Name ?? "", cancellationToken) is not { } agent)
            return NotFound();
        TempData["Notice"] = t["The agent {0} is revoked. Its key lets nobody in any more.", agent.Name].Value;
        return RedirectToAction(nameof(Index));
    }
}
