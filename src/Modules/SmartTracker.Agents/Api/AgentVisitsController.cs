using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SmartTracker.Abstractions.Security;
using SmartTracker.Agents.Access;
using SmartTracker.Agents.Visits;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Protocols.Agent;
using SmartTracker.Protocols.Agent.Visits;

namespace SmartTracker.Agents.Api;

[AgentApi]
[Route(AgentApiAttribute.Root + AgentPaths.Visits)]
public sealed class AgentVisitsController(VisitReceiver receiver) : ControllerBase
{
    /// <summary>Packed; what it may unpack to is <see cref="VisitLimits"/>'s.</summary>
    private const long LargestBody = 100L * 1024 * 1024;

    private const string RetryAfterSeconds = "10";

    [HttpPost(""), RequirePermission(AgentPermissions.Deliver)]
    [RequestSizeLimit(LargestBody)]
    public async Task<IActionResult> Deliver(CancellationToken cancellationToken)
    {
        if (Request.ContentType != AgentPaths.VisitType)
            return Problem($"Visits are sent as {AgentPaths.VisitType}.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        try
        {
            var visit = await VisitFormat.ReadAsync(Request.Body, VisitLimits.Usual, cancellationToken);
            return Answer(await receiver.ReceiveAsync(User.AgentId(), visit, cancellationToken));
        }
        catch (VisitFormatException exception)
        {
            return Problem(exception.Message, statusCode: StatusCodes.Status400BadRequest, type: AgentPaths.Refused);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problem($"The visit is larger than {LargestBody / (1024 * 1024)} MB.", statusCode: exception.StatusCode, type: AgentPaths.Refused);
        }
    }

    private IActionResult Answer(VisitResult result)
    {
        if (result == VisitResult.NoSuchPrinter)
            return Problem("This agent reads no such printer.", statusCode: StatusCodes.Status404NotFound, type: AgentPaths.Refused);
        if (result != VisitResult.Later)
            return new AgentMessage<VisitReceipt>(new(result == VisitResult.Known ? VisitReceipt.Known : VisitReceipt.Stored), AgentJson.Default.VisitReceipt, StatusCodes.Status200OK);
        Response.Headers.RetryAfter = RetryAfterSeconds;
        return Problem("The visit could not be stored now. Send it again.", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
