using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Passwords;
using SmartTracker.Users.Security;
using SmartTracker.Users.SignIn;
using SmartTracker.Users.Users;

namespace SmartTracker.Users.Accounts;

/// <summary>What somebody sees and changes of themselves.</summary>
[Authorize, Route("account")]
public sealed class AccountController(
    AccountPages pages, Profile profile, Preferences preferences, EmailChange email, UserPasswords passwords, PasswordNotice notice, UserSessions sessions,
    SessionStore store, UserManager<User> users, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Index(CancellationToken cancellationToken) => PageAsync(null, cancellationToken);

    [HttpPost("profile")]
    public async Task<IActionResult> Profile([ValidateNever] AccountPage form, CancellationToken cancellationToken)
    {
        var changed = await profile.ChangeAsync(User.RequiredId(), form.FullName, form.Language, form.Theme, cancellationToken);
        if (!changed.Succeeded)
            return await RefusedAsync(changed, form, cancellationToken);
        preferences.Keep(form.Language, form.Theme);
        return Done("Saved.");
    }

    [HttpPost("email")]
    public async Task<IActionResult> Email([ValidateNever] AccountPage form, CancellationToken cancellationToken)
    {
        var (asked, sentence) = await email.AskAsync(User.RequiredId(), form.Email?.Trim() ?? "", form.EmailPassword ?? "", cancellationToken);
        if (!asked.Succeeded)
            return await RefusedAsync(asked, form, cancellationToken);
        TempData["Notice"] = sentence;
        return RedirectToAction(nameof(Index));
    }

    [HttpPost("email/cancel")]
    public async Task<IActionResult> CancelEmail(CancellationToken cancellationToken)
    {
        await email.CancelAsync(User.RequiredId(), cancellationToken);
        return Done("The address stays as it was.");
    }

    [HttpPost("password")]
    public async Task<IActionResult> Password([ValidateNever] AccountPage form, CancellationToken cancellationToken)
    {
        var id = User.RequiredId();
        var changed = await passwords.ChangeAsync(id, form.CurrentPassword ?? "", form.Password ?? "", User.Session(), cancellationToken);
        if (!changed.Succeeded)
            return await RefusedAsync(changed, form, cancellationToken);
        await sessions.KeepAsync((await users.FindByIdAsync(id.ToString()))!, User);
        notice.SendLater(id);
        return Done("Your new password is set. Other sessions of yours end within a minute.");
    }

    [HttpPost("sessions/{id:guid}/end")]
    public async Task<IActionResult> EndSession(Guid id, CancellationToken cancellationToken) =>
        await store.EndAsync(User.RequiredId(), new(id), cancellationToken) == 1 ? Done("The session ends within a minute.") : NotFound();

    [HttpPost("sessions/end")]
    public async Task<IActionResult> EndSessions(CancellationToken cancellationToken)
    {
        await sessions.EndEverywhereAsync(User.RequiredId(), cancellationToken);
        await sessions.EndAsync(User, cancellationToken);
        TempData["Notice"] = texts["You are signed out everywhere; other browsers follow within a minute."].Value;
        return LocalRedirect("~/login");
    }

    private RedirectToActionResult Done(string notice)
    {
        TempData["Notice"] = texts[notice].Value;
        return RedirectToAction(nameof(Index));
    }

    private Task<IActionResult> RefusedAsync(IdentityResult result, AccountPage form, CancellationToken cancellationToken)
    {
        ModelState.Add(result);
        return PageAsync(form, cancellationToken);
    }

    private async Task<IActionResult> PageAsync(AccountPage? sent, CancellationToken cancellationToken) =>
        await pages.ReadAsync(User, sent, cancellationToken) is { } page ? View(nameof(Index), page) : NotFound();
}
