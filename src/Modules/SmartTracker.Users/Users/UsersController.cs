using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Security;

namespace SmartTracker.Users.Users;

[Admin, Route("admin/users")]
public sealed class UsersController(UserPages pages, UserCreation creation, RoleAuthority authority, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet(""), RequirePermission(UserPermissions.View)]
    public async Task<IActionResult> Index(string? q, string? role, UserState? state, int page, CancellationToken cancellationToken) =>
        View(await pages.ListAsync(User, new(q, role, state), page, cancellationToken));

    [HttpGet("new"), RequirePermission(UserPermissions.Edit)]
    public Task<IActionResult> New(CancellationToken cancellationToken) => FormAsync(new UserForm(), cancellationToken);

    [HttpPost("new"), RequirePermission(UserPermissions.Edit)]
    public async Task<IActionResult> New(UserForm form, CancellationToken cancellationToken)
    {
        var created = await creation.CreateAsync(User.RequiredId(), form.ToNewUser(), cancellationToken);
        if (created.Succeeded)
        {
            TempData["Notice"] = texts["{0} can sign in now.", form.UserName!].Value;
            return RedirectToAction(nameof(Index));
        }

        ModelState.Add(created);
        return await FormAsync(form, cancellationToken);
    }

    private async Task<IActionResult> FormAsync(UserForm form, CancellationToken cancellationToken)
    {
        form.Roles = await authority.GrantableRolesAsync(User.RequiredId(), cancellationToken);
        return View(nameof(New), form);
    }
}
