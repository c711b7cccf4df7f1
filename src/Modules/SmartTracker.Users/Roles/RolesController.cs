using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Users.Security;
using SmartTracker.Users.Users;

namespace SmartTracker.Users.Roles;

/// <summary>All roles, what each may do, and new ones.</summary>
[Admin, Route("admin/roles")]
public sealed class RolesController(RolePages pages, RoleChanges changes, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet(""), RequirePermission(UserPermissions.View)]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(await pages.ListAsync(User, cancellationToken));

    [HttpGet("matrix"), RequirePermission(UserPermissions.View)]
    public async Task<IActionResult> Matrix(CancellationToken cancellationToken) => View(await pages.ListAsync(User, cancellationToken));

    [HttpGet("new"), RequirePermission(UserPermissions.EditRoles)]
    public async Task<IActionResult> New(CancellationToken cancellationToken) =>
        View("/Views/Role/Index.cshtml", await pages.FormAsync(User, null, null, cancellationToken));

    [HttpPost("new"), RequirePermission(UserPermissions.EditRoles)]
    public async Task<IActionResult> New(RoleForm form, CancellationToken cancellationToken)
    {
        var created = await changes.CreateAsync(User.RequiredId(), form, cancellationToken);
        if (created.Succeeded)
        {
            TempData["Notice"] = texts["The role {0} is there. Give it to users on their pages.", form.Name!.Trim()].Value;
            return RedirectToAction(nameof(Index));
        }

        ModelState.Add(created);
        return View("/Views/Role/Index.cshtml", await pages.FormAsync(User, null, form, cancellationToken));
    }
}
