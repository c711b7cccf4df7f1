using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Passwords;
using SmartTracker.Users.Security;

namespace SmartTracker.Users.Users;

/// <summary>One user: who it is, access off and on, a new password, the sessions.</summary>
[Admin, Route("admin/users/{id:guid}")]
public sealed class UserController(
    UserPages pages, UserAccess access, UserPasswords passwords, ResetLetters letters, UserChanges changes, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet(""), RequirePermission(UserPermissions.View)]
    public Task<IActionResult> Index(Guid id, CancellationToken cancellationToken) => PageAsync(new(id), cancellationToken);

    [HttpPost("disable"), RequirePermission(UserPermissions.Edit)]
    public async Task<IActionResult> Disable(Guid id, CancellationToken cancellationToken) => await AnswerAsync(
        new(id), await access.SetEnabledAsync(User.RequiredId(), new(id), false, cancellationToken), texts["Access is off. Running sessions end within a minute."], cancellationToken);

    [HttpPost("enable"), RequirePermission(UserPermissions.Edit)]
    public async Task<IActionResult> Enable(Guid id, CancellationToken cancellationToken) => await AnswerAsync(
        new(id), await access.SetEnabledAsync(User.RequiredId(), new(id), true, cancellationToken), texts["Access is on again."], cancellationToken);

    [HttpPost("password"), RequirePermission(UserPermissions.Edit)]
    public async Task<IActionResult> Password(Guid id, string? password, CancellationToken cancellationToken) => await AnswerAsync(
        new(id), await passwords.SetAsync(User.RequiredId(), new(id), password ?? "", cancellationToken), texts["The new password is set. Hand it over in person."], cancellationToken);

    [HttpPost("sessions/end"), RequirePermission(UserPermissions.Edit)]
    public async Task<IActionResult> EndSessions(Guid id, CancellationToken cancellationToken) => await AnswerAsync(
        new(id), await changes.EndSessionsAsync(User.RequiredId(), new(id), cancellationToken), texts["All sessions end within a minute."], cancellationToken);

    [HttpPost("reset-link"), RequirePermission(UserPermissions.Edit)]
    public async Task<IActionResult> SendReset(Guid id, CancellationToken cancellationToken) =>
        await letters.SendAsync(User.RequiredId(), new(id), cancellationToken) is { } sent
            ? await AnswerAsync(new(id), sent.Result, sent.Sentence, cancellationToken)
            : NotFound();

    private async Task<IActionResult> AnswerAsync(UserId id, IdentityResult? result, string notice, CancellationToken cancellationToken)
    {
        if (result is null)
            return NotFound();
        if (result.Succeeded)
        {
            TempData["Notice"] = notice;
            return RedirectToAction(nameof(Index), new { id = id.Value });
        }

        ModelState.Add(result);
        return await PageAsync(id, cancellationToken);
    }

    private async Task<IActionResult> PageAsync(UserId id, CancellationToken cancellationToken) =>
        await pages.FindAsync(User, id, cancellationToken) is { } page ? View(nameof(Index), page) : NotFound();
}
