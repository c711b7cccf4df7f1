using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Agents.Access;
using SmartTracker.Agents.Enrolling;
using SmartTracker.Protocols.Agent;

namespace SmartTracker.Agents.Api;

[AgentApi]
[Route(AgentApiAttribute.Root + AgentPaths.Enrolments)]
public sealed class AgentEnrolmentsController(AgentEnroller enroller, Tenant tenant) : ControllerBase
{
    /// <summary>Without a key: this is how an agent gets one. The token is the proof.</summary>
    [HttpPost(""), AllowAnonymous]
    public async Task<IActionResult> Enrol(CancellationToken cancellationToken)
    {
        if (await Request.ReadMessageAsync(AgentJson.Default.EnrolmentRequest, cancellationToken) is not { } wanted)
            return Problem("This is not what an agent says to enter.", statusCode: StatusCodes.Status400BadRequest);
        if (await enroller.EnrolAsync(wanted.Token, wanted.Version, wanted.Platform, cancellationToken) is not { } enrolled)
            return Problem("This token lets no agent in here: it was used or withdrawn, has expired, or belongs to another site. Get a new one.", statusCode: StatusCodes.Status403Forbidden);

        Response.Headers.CacheControl = "no-store";
        var answer = new EnrolmentAnswer(enrolled.Agent.Id.Value, enrolled.Agent.Name, tenant.Name, enrolled.Key.Text);
        return new AgentMessage<EnrolmentAnswer>(answer, AgentJson.Default.EnrolmentAnswer, StatusCodes.Status201Created);
    }
}
