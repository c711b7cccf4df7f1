using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Security;
using SmartTracker.Users.Users;

namespace SmartTracker.Users.Accounts;

/// <summary>What somebody sees and changes of themselves.</summary>
[Authorize, Route("account")]
public sealed class AccountController(
    UserList users, UserPasswords passwords, UserManager<User> identities, SignInManager<User> session, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Index(CancellationToken cancellationToken) => PageAsync(new AccountPage(), cancellationToken);

    [HttpPost("password")]
    public async Task<IActionResult> Password([ValidateNever] AccountPage form, CancellationToken cancellationToken)
    {
        var id = User.RequiredId();
        var changed = await passwords.ChangeAsync(id, form.CurrentPassword ?? "", form.Password ?? "", cancellationToken);
        if (changed.Succeeded)
        {
            // The other sessions end; this one goes on.
            await session.RefreshSignInAsync((await identities.FindByIdAsync(id.ToString()))!);
            TempData["Notice"] = texts["Your new password is set. Other sessions of yours end within a minute."].Value;
            return RedirectToAction(nameof(Index));
        }

        ModelState.Add(changed);
        return await PageAsync(form, cancellationToken);
    }

    private async Task<IActionResult> PageAsync(AccountPage page, CancellationToken cancellationToken)
    {
        page.User = await users.FindAsync(User.RequiredId(), cancellationToken);
        return page.User is null ? NotFound() : View(nameof(Index), page);
    }
}
