using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Links;
using SmartTracker.Users.Users;

namespace SmartTracker.Users.Accounts;

/// <summary>Where the link of a changed address leads. A button confirms, not the mere opening.</summary>
[AllowAnonymous, SecretAddress, Route("confirm-email/{token}")]
public sealed class ConfirmEmailController(OneTimeLinks links, EmailChange change, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string token, CancellationToken cancellationToken)
    {
        var found = await links.FindAsync(LinkPurpose.EmailChange, LinkToken.Of(token), cancellationToken);
        return found.Holder is null ? this.Dead(LinkPurpose.EmailChange, found.State) : View(nameof(Index), found.Link!.Email);
    }

    [HttpPost("")]
    public async Task<IActionResult> Confirm(string token, CancellationToken cancellationToken)
    {
        var (state, result) = await change.ConfirmAsync(LinkToken.Of(token), cancellationToken);
        if (result is null)
            return this.Dead(LinkPurpose.EmailChange, state);
        if (result.Succeeded)
        {
            TempData["Notice"] = texts["Your new address is confirmed. E-mails come there from now on."].Value;
            return LocalRedirect("~/account");
        }

        ModelState.Add(result);
        return await Index(token, cancellationToken);
    }
}
