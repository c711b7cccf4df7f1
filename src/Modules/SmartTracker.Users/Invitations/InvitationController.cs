using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Links;
using SmartTracker.Users.Users;

namespace SmartTracker.Users.Invitations;

/// <summary>Where the link of an invitation leads. Opening it changes nothing: programs that look at mail before people do open links too.</summary>
[AllowAnonymous, SecretAddress, Route("invitation/{token}")]
public sealed class InvitationController(OneTimeLinks links, InvitationAcceptance acceptance, Tenant tenant, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Index(string token, CancellationToken cancellationToken) => PageAsync(token, null, cancellationToken);

    [HttpPost("")]
    public async Task<IActionResult> Accept(string token, AcceptanceForm form, CancellationToken cancellationToken)
    {
        var (state, result) = await acceptance.AcceptAsync(LinkToken.Of(token), form.FullName, form.Password ?? "", cancellationToken);
        if (result is null)
            return this.Dead(LinkPurpose.Invitation, state);
        if (result.Succeeded)
        {
            TempData["Notice"] = texts["Welcome to {0}. From now on you sign in with your address and this password.", tenant.SiteName].Value;
            return LocalRedirect("~/");
        }

        ModelState.Add(result);
        return await PageAsync(token, form.FullName, cancellationToken);
    }

    private async Task<IActionResult> PageAsync(string token, string? fullName, CancellationToken cancellationToken)
    {
        var found = await links.FindAsync(LinkPurpose.Invitation, LinkToken.Of(token), cancellationToken);
        return found.Holder is not { } user
            ? this.Dead(LinkPurpose.Invitation, found.State)
            : View(nameof(Index), new AcceptanceForm { FullName = fullName ?? user.FullName, UserName = user.UserName });
    }
}
