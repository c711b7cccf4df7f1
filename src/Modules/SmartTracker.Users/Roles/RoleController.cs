using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Users.Security;
using SmartTracker.Users.Users;

namespace SmartTracker.Users.Roles;

/// <summary>One role: what it may do. Roles lie under <c>role/</c>, so that none can be named like a page.</summary>
[Admin, Route("admin/roles/role/{name}")]
public sealed class RoleController(RolePages pages, RoleChanges changes, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet(""), RequirePermission(UserPermissions.View)]
    public Task<IActionResult> Index(string name, CancellationToken cancellationToken) => PageAsync(name, null, cancellationToken);

    [HttpPost(""), RequirePermission(UserPermissions.EditRoles)]
    public async Task<IActionResult> Index(string name, RoleForm form, CancellationToken cancellationToken) => await AnswerAsync(
        name, form, await changes.ChangeAsync(User.RequiredId(), name, form.Description, form.Permissions, cancellationToken), texts["Saved. It counts from each user's next click."], cancellationToken);

    [HttpPost("defaults"), RequirePermission(UserPermissions.EditRoles)]
    public async Task<IActionResult> Defaults(string name, CancellationToken cancellationToken) => await AnswerAsync(
        name, null, await changes.ChangeAsync(User.RequiredId(), name, null, null, cancellationToken), texts["The role has what the modules give it."], cancellationToken);

    [HttpPost("remove"), RequirePermission(UserPermissions.EditRoles)]
    public async Task<IActionResult> Remove(string name, CancellationToken cancellationToken)
    {
        var removed = await changes.RemoveAsync(User.RequiredId(), name, cancellationToken);
        if (removed is not { Succeeded: true })
            return await AnswerAsync(name, null, removed, "", cancellationToken);
        TempData["Notice"] = texts["The role {0} is removed.", name].Value;
        return RedirectToAction(nameof(RolesController.Index), "Roles");
    }

    private async Task<IActionResult> AnswerAsync(string name, RoleForm? form, IdentityResult? result, string notice, CancellationToken cancellationToken)
    {
        if (result is null)
            return NotFound();
        if (result.Succeeded)
        {
            TempData["Notice"] = notice;
            return RedirectToAction(nameof(Index), new { name });
        }

        ModelState.Add(result);
        return await PageAsync(name, form, cancellationToken);
    }

    private async Task<IActionResult> PageAsync(string name, RoleForm? sent, CancellationToken cancellationToken) =>
        await pages.FormAsync(User, name, sent, cancellationToken) is { } form ? View(nameof(Index), form) : NotFound();
}
