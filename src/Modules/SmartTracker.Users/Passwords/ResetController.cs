using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Links;
using SmartTracker.Users.Users;

namespace SmartTracker.Users.Passwords;

/// <summary>Where the link of a password reset leads.</summary>
[AllowAnonymous, SecretAddress, Route("reset/{token}")]
public sealed class ResetController(OneTimeLinks links, PasswordReset reset, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string token, CancellationToken cancellationToken)
    {
        var found = await links.FindAsync(LinkPurpose.PasswordReset, LinkToken.Of(token), cancellationToken);
        return found.Holder is { } user ? View(nameof(Index), user.UserName) : this.Dead(LinkPurpose.PasswordReset, found.State);
    }

    [HttpPost("")]
    public async Task<IActionResult> Complete(string token, string? password, CancellationToken cancellationToken)
    {
        var (state, result) = await reset.CompleteAsync(LinkToken.Of(token), password ?? "", cancellationToken);
        if (result is null)
            return this.Dead(LinkPurpose.PasswordReset, state);
        if (result.Succeeded)
        {
            TempData["Notice"] = texts["Your new password is set. Sign in with it."].Value;
            return LocalRedirect("~/login");
        }

        ModelState.Add(result);
        return await Index(token, cancellationToken);
    }
}
