using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Security;

namespace SmartTracker.Users.Users;

/// <summary>Changes one user's names, address and roles; removes the user after asking.</summary>
[Admin, Route("admin/users/{id:guid}"), RequirePermission(UserPermissions.Edit)]
public sealed class UserEditController(UserList users, UserChanges changes, RoleAuthority authority, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("edit")]
    public Task<IActionResult> Index(Guid id, CancellationToken cancellationToken) => FormAsync(new(id), null, cancellationToken);

    [HttpPost("edit")]
    public async Task<IActionResult> Index(Guid id, UserEditForm form, CancellationToken cancellationToken)
    {
        if (await changes.ChangeAsync(User.RequiredId(), new(id), form.ToEdit(), cancellationToken) is not { } changed)
            return NotFound();
        if (!changed.Succeeded)
        {
            ModelState.Add(changed);
            return await FormAsync(new(id), form, cancellationToken);
        }

        TempData["Notice"] = texts["Saved."].Value;
        return RedirectToAction(nameof(UserController.Index), "User", new { id });
    }

    [HttpGet("remove")]
    public async Task<IActionResult> Remove(Guid id, CancellationToken cancellationToken) =>
        await users.FindAsync(new(id), cancellationToken) is { } user ? View(user) : NotFound();

    [HttpPost("remove")]
    public async Task<IActionResult> Removed(Guid id, CancellationToken cancellationToken)
    {
        if (await users.FindAsync(new(id), cancellationToken) is not { } user
            || await changes.RemoveAsync(User.RequiredId(), new(id), cancellationToken) is not { } removed)
        {
            return NotFound();
        }

        if (!removed.Succeeded)
        {
            ModelState.Add(removed);
            return View(nameof(Remove), user);
        }

        TempData["Notice"] = texts["{0} is removed.", user.CalledName].Value;
        return RedirectToAction(nameof(UsersController.Index), "Users");
    }

    private async Task<IActionResult> FormAsync(UserId id, UserEditForm? sent, CancellationToken cancellationToken)
    {
        if (await users.FindAsync(id, cancellationToken) is not { } user)
            return NotFound();
        var form = sent ?? UserEditForm.Of(user);
        var grantable = await authority.GrantableRolesAsync(User.RequiredId(), cancellationToken);
        (form.Id, form.CalledName, form.IsSelf) = (id, user.CalledName, User.RequiredId() == id);
        form.OfferedRoles = [.. grantable.Union(user.RoleNames)];
        return View(nameof(Index), form);
    }
}
