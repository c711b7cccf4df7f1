using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SmartTracker.Abstractions.Security;
using SmartTracker.Agents.Access;
using SmartTracker.Agents.Data;
using SmartTracker.Agents.Fleet;
using SmartTracker.Protocols.Agent;

namespace SmartTracker.Agents.Api;

[AgentApi]
[Route(AgentApiAttribute.Root + AgentPaths.Plan)]
public sealed class AgentPlanController(PlanMaker plans, AgentReports reports, AgentStore agents) : ControllerBase
{
    [HttpGet(""), RequirePermission(AgentPermissions.Deliver)]
    public async Task<IActionResult> Get(CancellationToken cancellationToken)
    {
        var withholdsNames = Request.Headers[AgentPaths.Abilities].ToString().Split(' ').Contains(AgentPaths.WithholdsNames);
        var made = await plans.MakeAsync(User.AgentId(), withholdsNames, cancellationToken);
        if (made.KeepsNames)
            await reports.WarnAsync(User.AgentId(), AgentWarnings.KeepsNames, cancellationToken);
        var plan = JsonSerializer.SerializeToUtf8Bytes(made.Plan, AgentJson.Default.AgentPlan);
        var agent = await agents.FindAsync(User.AgentId(), cancellationToken);
        // With the agent's secret: the plan holds passwords, and tags stand in logs of those in between.
        var tag = $"\"{Convert.ToHexString(HMACSHA256.HashData(agent!.SecretHash, plan))}\"";
        Response.Headers.ETag = tag;
        Response.Headers.CacheControl = "no-store";
        return Request.Headers.IfNoneMatch == tag ? StatusCode(StatusCodes.Status304NotModified) : File(plan, "application/json");
    }
}
