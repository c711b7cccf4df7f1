using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Security;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Collection.Api;

[Api, Tags("Print jobs")]
[Route(ApiAttribute.Root + "print-jobs")]
public sealed class PrintJobsApiController(PrintJobResources jobs) : ControllerBase
{
    [HttpGet(""), RequirePermission(CollectionPermissions.View)]
    [EndpointSummary("List print jobs, newest first")]
    public async Task<ActionResult<ApiPage<PrintJobResource>>> List([FromQuery] PrintJobListQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.From > query.To ? (ActionResult)this.Invalid("to", "to lies before from.") : await jobs.ListAsync(query, cancellationToken);
    }

    [HttpGet("{id:guid}"), RequirePermission(CollectionPermissions.View)]
    [EndpointSummary("Read a print job")]
    public async Task<ActionResult<PrintJobResource>> Get(Guid id, CancellationToken cancellationToken) =>
        await jobs.FindAsync(new PrintJobId(id), cancellationToken) is { } job ? job : NotFound();
}
