using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using NodaTime;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Agents.Domain;
using SmartTracker.Agents.Enrolling;
using SmartTracker.Agents.Pages;

namespace SmartTracker.Agents.Controllers;

[Admin]
[Route("admin/agents")]
[RequirePermission(AgentPermissions.Manage)]
public sealed class AgentInvitationsController(AgentEnroller enroller, IOptions<AgentOptions> options, IStringLocalizer<Texts> t) : Controller
{
    [HttpGet("new")]
    public IActionResult New() => View("/Views/Agents/New.cshtml", new AgentForm());

    /// <summary>The answer itself shows the token: it is kept nowhere, not even for the length of a redirect.</summary>
    [HttpPost("new")]
    public async Task<IActionResult> New(AgentForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        form.Check(ModelState, t);
        if (!ModelState.IsValid)
            return View("/Views/Agents/New.cshtml", form);
        var (enrolment, token) = await enroller.InviteAsync(
            form.Name!.Trim(), User.Identity?.Name ?? "", Duration.FromHours(options.Value.TokenHours), cancellationToken);
        (Response.Headers.CacheControl, Response.Headers.Pragma) = ("no-cache, no-store", "no-cache");
        var server = $"{Request.Scheme}://{Request.Host}{Request.PathBase}";
        return View("/Views/Agents/Invited.cshtml", new AgentInvited(enrolment, token.Text, server));
    }

    [HttpPost("invitations/{id:guid}/withdraw")]
    public async Task<IActionResult> Withdraw(Guid id, CancellationToken cancellationToken)
    {
        if (!await enroller.WithdrawAsync(new EnrolmentId(id), cancellationToken))
            return NotFound();
        TempData["Notice"] = t["The token is withdrawn. It lets no agent in any more."].Value;
        return Redirect("~/admin/agents");
    }
}
