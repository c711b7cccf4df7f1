using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Security;
using SmartTracker.Collection.Completeness;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Api;

[Api, Tags("Completeness")]
[Route(ApiAttribute.Root + "gaps")]
public sealed class GapsApiController(GapStore gaps, GapDeciding deciding) : ControllerBase
{
    [HttpGet(""), RequirePermission(CollectionPermissions.View)]
    [EndpointSummary("List stretches in which jobs may have been missed, newest first")]
    public async Task<ActionResult<ApiPage<GapResource>>> List(
        [FromQuery] ApiListQuery query, [Description("Only those of one printer.")] Guid? printer, [Description("true for those about which nobody has decided, false for the others.")] bool? open,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var all = (await gaps.ListAsync(cancellationToken)).Where(gap => (printer is null || gap.PrinterId.Value == printer) && (open is null || gap.Decision is null == open));
        return ApiPage.Of([.. all.Select(GapResource.Of)], gap => gap.Id.ToString(), query.Limit, query.Cursor);
    }

    [HttpGet("{id:guid}"), RequirePermission(CollectionPermissions.View)]
    [EndpointSummary("Read a gap")]
    public async Task<ActionResult<GapResource>> Get(Guid id, CancellationToken cancellationToken) =>
        await gaps.FindAsync(id, cancellationToken) is { } gap ? GapResource.Of(gap) : NotFound();

    [HttpPost("{id:guid}/decision"), RequirePermission(CollectionPermissions.Decide)]
    [EndpointSummary("Decide about a gap"), EndpointDescription("The decision stands with the key's name and its reason. 409 where somebody decided before.")]
    [ProducesResponseType<GapResource>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Decide(Guid id, GapDecisionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await gaps.FindAsync(id, cancellationToken) is null)
            return NotFound();
        if (request.Verdict is not (GapVerdict.NothingMissing or GapVerdict.Entered or GapVerdict.Waived))
            ModelState.AddModelError("verdict", "Write nothingMissing, entered or waived.");
        ReasonRule.Check(request.Reason, ModelState);
        if (!ModelState.IsValid)
            return this.Invalid();
        return await deciding.DecideAsync(id, request.Verdict!.Value, request.Reason!, User.Identity!.Name!, cancellationToken)
            ? Ok(GapResource.Of((await gaps.FindAsync(id, cancellationToken))!))
            : Problem("Somebody has decided about this gap. Take that back first.", statusCode: StatusCodes.Status409Conflict);
    }

    [HttpDelete("{id:guid}/decision"), RequirePermission(CollectionPermissions.Decide)]
    [EndpointSummary("Take the decision about a gap back")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Reopen(Guid id, CancellationToken cancellationToken) =>
        await deciding.ReopenAsync(id, cancellationToken) is null ? NotFound() : NoContent();
}
