using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Costing.Abstractions.Api;
using SmartTracker.Costing.Data;
using SmartTracker.Costing.Publishing;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Costing.Api;

[Api, Tags("Cost rules")]
[Route(ApiAttribute.Root + "cost-rules")]
public sealed class CostRulesApiController(CostRulesStore rules, CostRulePublisher publisher, IPrinterDirectory printers, Tenant tenant) : ControllerBase
{
    [HttpGet(""), RequirePermission(CostingPermissions.View)]
    [EndpointSummary("List cost rules, all versions, the latest first")]
    public async Task<ActionResult<ApiPage<CostRuleResource>>> List(
        [FromQuery] ApiListQuery query, [Description("Only those of one printer.")] Guid? printer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var all = (await rules.ListAsync(cancellationToken)).Where(rule => printer is null || rule.PrinterId?.Value == printer);
        IReadOnlyList<CostRuleResource> ordered = [.. all.OrderByDescending(rule => rule.ValidFrom).ThenByDescending(rule => rule.Id.Value).Select(CostRuleResource.Of)];
        return ApiPage.Of(ordered, rule => rule.Id.ToString(), query.Limit, query.Cursor);
    }

    [HttpGet("{id:guid}"), RequirePermission(CostingPermissions.View)]
    [EndpointSummary("Read a cost rule")]
    public async Task<ActionResult<CostRuleResource>> Get(Guid id, CancellationToken cancellationToken) =>
        await rules.FindAsync(new CostRuleId(id), cancellationToken) is { } rule ? CostRuleResource.Of(rule) : NotFound();

    [HttpPost(""), RequirePermission(CostingPermissions.Edit)]
    [EndpointSummary("Publish the next version of a cost rule")]
    [ProducesResponseType<CostRuleResource>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Publish(CostRuleRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await ReadAsync(request, cancellationToken) is not { } rule)
            return this.Invalid();
        var published = await publisher.PublishAsync(rule, cancellationToken);
        return Created(Request.ApiPath($"cost-rules/{published.Id}"), CostRuleResource.Of((await rules.FindAsync(published.Id, cancellationToken))!));
    }

    private async Task<NewCostRule?> ReadAsync(CostRuleRequest request, CancellationToken cancellationToken)
    {
        if (request.ValidFrom is not { } day || !CostRuleDates.IsAllowed(day))
            ModelState.AddModelError("validFrom", "Write the first day, such as 2026-10-01, between 2000 and 2099.");
        if (request.Currency is not null && request.Currency != tenant.Currency.Code)
            ModelState.AddModelError("currency", $"This site counts in {tenant.Currency}.");
        if (request.PrinterId is { } printer && await printers.FindAsync(new PrinterId(printer), cancellationToken) is null)
            ModelState.AddModelError("printerId", "There is no such printer.");
        return RateResource.Read(request.Rates, tenant.Currency, ModelState) is { } prices
            ? new NewCostRule(request.PrinterId is { } id ? new PrinterId(id) : null, request.ValidFrom!.Value, prices, User.Identity?.Name)
            : null;
    }
}
