using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Security;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Data;
using SmartTracker.Costing.Explanations;

namespace SmartTracker.Costing.Api;

[Api, Tags("Print jobs")]
[Route(ApiAttribute.Root + "print-jobs/{id:guid}/explanation")]
public sealed class ExplanationsApiController(RatedJobsStore ratings, PriceTexts words) : ControllerBase
{
    [HttpGet(""), RequirePermission(CostingPermissions.View)]
    [EndpointSummary("Explain a print job's cost"), EndpointDescription("A job that is still being printed is not rated yet: 404.")]
    public async Task<ActionResult<ExplanationResource>> Get(Guid id, CancellationToken cancellationToken) =>
        (await ratings.CurrentAsync([new PrintJobId(id)], cancellationToken)).TryGetValue(new PrintJobId(id), out var rated)
            ? ExplanationResource.Of(rated, words)
            : NotFound();
}
