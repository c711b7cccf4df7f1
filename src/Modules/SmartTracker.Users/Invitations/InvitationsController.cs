using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Mail;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Security;
using SmartTracker.Users.Users;

namespace SmartTracker.Users.Invitations;

/// <summary>Invitations as the administration sees them.</summary>
[Admin, Route("admin/users"), RequirePermission(UserPermissions.Edit)]
public sealed class InvitationsController(UserInvitations invitations, RoleAuthority authority, IMailer mailer, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("invite")]
    public Task<IActionResult> New(CancellationToken cancellationToken) => FormAsync(new InvitationForm(), cancellationToken);

    [HttpPost("invite")]
    public async Task<IActionResult> New(InvitationForm form, CancellationToken cancellationToken)
    {
        var outcome = await invitations.InviteAsync(User.RequiredId(), form.ToInvitation(), cancellationToken);
        if (outcome.Result.Succeeded)
            return Answer(outcome, outcome.User!.Value);
        ModelState.Add(outcome.Result);
        return await FormAsync(form, cancellationToken);
    }

    [HttpPost("{id:guid}/invitation/send")]
    public async Task<IActionResult> SendAgain(Guid id, CancellationToken cancellationToken) =>
        await invitations.SendAgainAsync(User.RequiredId(), new(id), cancellationToken) is { } outcome ? Answer(outcome, new(id)) : NotFound();

    [HttpPost("{id:guid}/invitation/withdraw")]
    public async Task<IActionResult> Withdraw(Guid id, CancellationToken cancellationToken) =>
        await invitations.WithdrawAsync(User.RequiredId(), new(id), cancellationToken) is { } outcome
            ? Answer(outcome with { Sent = texts["The invitation is withdrawn; its link does not work any more."] }, new(id))
            : NotFound();

    private RedirectToActionResult Answer(InvitationOutcome outcome, UserId id)
    {
        if (!outcome.Result.Succeeded)
            TempData["Problem"] = outcome.Result.Errors.First().Description;
        else
            TempData[outcome.NotSent is null ? "Notice" : "Problem"] = outcome.NotSent ?? outcome.Sent;
        return RedirectToAction(nameof(UserController.Index), "User", new { id = id.Value });
    }

    private async Task<IActionResult> FormAsync(InvitationForm form, CancellationToken cancellationToken)
    {
        form.Roles = await authority.GrantableRolesAsync(User.RequiredId(), cancellationToken);
        form.HasMailServer = mailer.HasServer;
        return View(nameof(New), form);
    }
}
