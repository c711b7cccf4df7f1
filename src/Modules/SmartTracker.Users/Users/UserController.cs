using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Security;

namespace SmartTracker.Users.Users;

/// <summary>One user: who it is, access off and on, a new password.</summary>
[Admin, Route("admin/users/{id:guid}")]
public sealed class UserController(
    UserList users, UserAccess access, UserPasswords passwords, RoleAuthority authority, IAuthorizationService authorization,
    IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet(""), RequirePermission(UserPermissions.View)]
    public Task<IActionResult> Index(Guid id, CancellationToken cancellationToken) => PageAsync(new(id), cancellationToken);

    [HttpPost("disable"), RequirePermission(UserPermissions.Edit)]
    public async Task<IActionResult> Disable(Guid id, CancellationToken cancellationToken) => await AnswerAsync(
        new(id), await access.SetEnabledAsync(User.RequiredId(), new(id), false, cancellationToken), "Access is off. Running sessions end within a minute.", cancellationToken);

    [HttpPost("enable"), RequirePermission(UserPermissions.Edit)]
    public async Task<IActionResult> Enable(Guid id, CancellationToken cancellationToken) => await AnswerAsync(
        new(id), await access.SetEnabledAsync(User.RequiredId(), new(id), true, cancellationToken), "Access is on again.", cancellationToken);

    [HttpPost("password"), RequirePermission(UserPermissions.Edit)]
    public async Task<IActionResult> Password(Guid id, string? password, CancellationToken cancellationToken) => await AnswerAsync(
        new(id), await passwords.SetAsync(User.RequiredId(), new(id), password ?? "", cancellationToken), "The new password is set. Hand it over in person.", cancellationToken);

    private async Task<IActionResult> AnswerAsync(UserId id, IdentityResult? result, string notice, CancellationToken cancellationToken)
    {
        if (result is null)
            return NotFound();
        if (result.Succeeded)
        {
            TempData["Notice"] = texts[notice].Value;
            return RedirectToAction(nameof(Index), new { id = id.Value });
        }

        ModelState.Add(result);
        return await PageAsync(id, cancellationToken);
    }

    private async Task<IActionResult> PageAsync(UserId id, CancellationToken cancellationToken)
    {
        if (await users.FindAsync(id, cancellationToken) is not { } user)
            return NotFound();

        var mayEdit = await authorization.AuthorizeAsync(User, null, new PermissionRequirement(UserPermissions.Edit));
        var covers = await authority.CoversAsync(User.RequiredId(), user.RoleNames, cancellationToken);
        return View(nameof(Index), new UserPage(user, User.RequiredId() == id, mayEdit.Succeeded && covers));
    }
}
