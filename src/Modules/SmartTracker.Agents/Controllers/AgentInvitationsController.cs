using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using NodaTime;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Agents.Domain;
using SmartTracker.Agents.Downloads;
using SmartTracker.Agents.Enrolling;
using SmartTracker.Agents.Pages;

namespace SmartTracker.Agents.Controllers;

[Admin]
[Route("admin/agents")]
[RequirePermission(AgentPermissions.Manage)]
public sealed class AgentInvitationsController(
    AgentEnroller enroller, AgentPrograms programs, ITenantAddress address, IOptions<AgentOptions> options, IStringLocalizer<Texts> t) : Controller
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
        // Behind a proxy that takes TLS off, only the settings know what the outside enters.
        var server = Request.IsHttps ? new Uri($"{Request.Scheme}://{Request.Host}{Request.PathBase}") : address.Of("~/");
        return View("/Views/Agents/Invited.cshtml", new AgentInvited(enrolment, token.Text, server, programs.List()));
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
