using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Security;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Sources;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Api;

[Api, Tags("Completeness")]
[Route(ApiAttribute.Root + "second-listings")]
public sealed class SecondListingsApiController(SecondListingStore listings, SecondListingDeciding deciding) : ControllerBase
{
    private static readonly SecondListingState[] All = Enum.GetValues<SecondListingState>();

    [HttpGet(""), RequirePermission(CollectionPermissions.View)]
    [EndpointSummary("List jobs that a second source lists, latest first")]
    public async Task<ActionResult<ApiPage<SecondListingResource>>> List(
        [FromQuery] ApiListQuery query, [Description("Only those of one printer.")] Guid? printer, SecondListingState? state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var after = query.Cursor is null ? null : await ReadAsync(query.Cursor, cancellationToken);
        var rows = await listings.ListAsync(printer is { } known ? new PrinterId(known) : null, state is { } one ? [one] : All, after, query.Limit + 1, cancellationToken);
        var items = rows.Take(query.Limit).Select(SecondListingResource.Of).ToList();
        return new ApiPage<SecondListingResource>(items, rows.Count > query.Limit ? ApiCursor.Write(items[^1].Id.ToString()) : null);
    }

    [HttpGet("{id:guid}"), RequirePermission(CollectionPermissions.View)]
    [EndpointSummary("Read what a second source lists")]
    public async Task<ActionResult<SecondListingResource>> Get(Guid id, CancellationToken cancellationToken) =>
        await listings.FindAsync(id, cancellationToken) is { } row ? SecondListingResource.Of(row) : NotFound();

    [HttpPost("{id:guid}/decision"), RequirePermission(CollectionPermissions.Decide)]
    [EndpointSummary("Say whether a job of a second source is known"), EndpointDescription("The decision stands with the key's name and its reason. 409 where it was decided before.")]
    [ProducesResponseType<SecondListingResource>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Decide(Guid id, SecondListingRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await listings.FindAsync(id, cancellationToken) is not { } listing)
            return NotFound();
        var job = request.PrintJobId is { } named ? new PrintJobId(named) : (PrintJobId?)null;
        if (request.State is null or SecondListingState.Asked)
            ModelState.AddModelError("state", "Write same, own or notCounted.");
        if (request.State == SecondListingState.Same && (job is null || !await listings.MayBeAsync(listing, job.Value, cancellationToken)))
            ModelState.AddModelError("printJobId", "Name a job of the same device that another source brought and that is not taken.");
        ReasonRule.Check(request.Reason, ModelState);
        if (!ModelState.IsValid)
            return this.Invalid();
        var choices = new Dictionary<Guid, SecondListingChoice> { [id] = new(request.State!.Value, job) };
        return await deciding.DecideAsync(choices, request.Reason!, User.Identity!.Name!, cancellationToken) == 1
            ? Ok(SecondListingResource.Of((await listings.FindAsync(id, cancellationToken))!))
            : Problem("Somebody has decided about this job. Take that back first.", statusCode: StatusCodes.Status409Conflict);
    }

    [HttpDelete("{id:guid}/decision"), RequirePermission(CollectionPermissions.Decide)]
    [EndpointSummary("Ask about a job of a second source again"), EndpointDescription("Not for one that became a job of its own: that stays among the jobs.")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Reopen(Guid id, CancellationToken cancellationToken) => await deciding.ReopenAsync(id, cancellationToken) ? NoContent() : NotFound();

    private async Task<SecondListingRow> ReadAsync(string cursor, CancellationToken cancellationToken) =>
        Guid.TryParse(ApiCursor.Read(cursor), out var id) && await listings.FindAsync(id, cancellationToken) is { } last ? last : throw new ApiCursorException();
}
