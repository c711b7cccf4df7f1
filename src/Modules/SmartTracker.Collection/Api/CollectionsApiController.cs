using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Security;
using SmartTracker.Collection.Collecting;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Api;

[Api, Tags("Printers")]
[Route(ApiAttribute.Root + "printers/{printer:guid}/collections")]
public sealed class CollectionsApiController(CollectionHistory history, IPrinterDirectory printers, CollectionStarter starter, CollectionTexts texts) : ControllerBase
{
    [HttpGet(""), RequirePermission(CollectionPermissions.View)]
    [EndpointSummary("List collections from a printer, newest first")]
    public async Task<ActionResult<ApiPage<CollectionResource>>> List(Guid printer, [FromQuery] ApiListQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (await printers.FindAsync(new PrinterId(printer), cancellationToken) is null)
            return NotFound();
        var before = query.Cursor is null ? (CollectionId?)null : Guid.TryParse(ApiCursor.Read(query.Cursor), out var id) ? new CollectionId(id) : throw new ApiCursorException();
        var rows = await history.LatestAsync(new PrinterId(printer), before, query.Limit + 1, cancellationToken);
        var items = rows.Take(query.Limit).Select(row => CollectionResource.Of(row, texts)).ToList();
        return new ApiPage<CollectionResource>(items, rows.Count > query.Limit ? ApiCursor.Write(items[^1].Id.ToString()) : null);
    }

    [HttpGet("{id:guid}"), RequirePermission(CollectionPermissions.View)]
    [EndpointSummary("Read a collection")]
    public async Task<ActionResult<CollectionResource>> Get(Guid printer, Guid id, CancellationToken cancellationToken) =>
        await history.FindAsync(new CollectionId(id), cancellationToken) is { } row && row.PrinterId == new PrinterId(printer)
            ? CollectionResource.Of(row, texts)
            : NotFound();

    [HttpPost(""), RequirePermission(CollectionPermissions.Run), Repeatable]
    [EndpointSummary("Collect from a printer now"), EndpointDescription("Answers at once; the address in Location says what came of it. While a collection runs it is that one.")]
    [ProducesResponseType(StatusCodes.Status202Accepted)]
    public async Task<IActionResult> Collect(Guid printer, CancellationToken cancellationToken)
    {
        var id = new PrinterId(printer);
        if (await printers.FindAsync(id, cancellationToken) is not { IsArchived: false })
            return NotFound();
        var started = await starter.StartAsync(id, cancellationToken);
        return started.Collection is { } collection
            ? Accepted(Request.ApiPath($"printers/{printer}/collections/{collection}"))
            : Problem(started.Refusal, statusCode: StatusCodes.Status409Conflict);
    }
}
