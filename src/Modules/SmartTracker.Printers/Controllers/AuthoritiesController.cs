using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Registry;
using SmartTracker.Printers.Views.Authorities;

namespace SmartTracker.Printers.Controllers;

/// <summary>The tenant's own certificate authorities.</summary>
[Admin]
[Route("admin/printers/authorities")]
[RequirePermission(PrinterPermissions.Edit)]
public sealed class AuthoritiesController(AuthorityRegister register, AuthorityStore authorities, IStringLocalizer<Texts> t) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => await PageAsync(null, null, cancellationToken);

    [HttpPost("")]
    public async Task<IActionResult> Add(string? pem, CancellationToken cancellationToken)
    {
        if (await register.AddAsync(pem, cancellationToken) is { } fault)
            return await PageAsync(pem, fault, cancellationToken);
        TempData["Notice"] = t["The authority is known now."].Value;
        return RedirectToAction(nameof(Index));
    }

    [HttpPost("{id:guid}/remove")]
    public async Task<IActionResult> Remove(Guid id, CancellationToken cancellationToken)
    {
        if (!await register.RemoveAsync(id, cancellationToken))
            return NotFound();
        TempData["Notice"] = t["The authority is removed. Printers that need it are refused from the next contact on."].Value;
        return RedirectToAction(nameof(Index));
    }

    private async Task<IActionResult> PageAsync(string? pem, string? fault, CancellationToken cancellationToken) =>
        View("Index", new AuthorityList(await authorities.ListAsync(cancellationToken), pem, fault));
}
