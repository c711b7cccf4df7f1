using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SmartTracker.Abstractions.Security;
using SmartTracker.Agents.Access;
using SmartTracker.Agents.Fleet;
using SmartTracker.Protocols.Agent;

namespace SmartTracker.Agents.Api;

[AgentApi]
[Route(AgentApiAttribute.Root + AgentPaths.Report)]
public sealed class AgentReportsController(AgentReports reports) : ControllerBase
{
    [HttpPut(""), RequirePermission(AgentPermissions.Deliver)]
    public async Task<IActionResult> Report(CancellationToken cancellationToken)
    {
        if (await Request.ReadMessageAsync(AgentJson.Default.AgentReport, cancellationToken) is not { } report || !AgentReports.MakesSense(report))
            return Problem("This is not what an agent says of itself.", statusCode: StatusCodes.Status400BadRequest);
        await reports.StoreAsync(User.AgentId(), report, cancellationToken);
        return NoContent();
    }
}
