using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Security;
using SmartTracker.Billing.Data;
using SmartTracker.Billing.Settings;

namespace SmartTracker.Billing.Api;

/// <summary>What customers pay. The versions of a customer's card are told apart by their first day; issued invoices keep the one they were made with.</summary>
[Api, Tags("Rate cards")]
[Route(ApiAttribute.Root + "rate-cards")]
public sealed class RateCardsApiController(BillingStore store, RateCardWriting writing) : ControllerBase
{
    [HttpGet(""), RequirePermission(BillingPermissions.View)]
    [EndpointSummary("List rate cards by customer and first day")]
    public async Task<ActionResult<ApiPage<RateCardResource>>> List(
        [FromQuery] ApiListQuery query, [Description("Only those of this customer's tenant.")] string? tenant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var customers = await store.ListCustomersAsync(cancellationToken);
        var cards = customers.Where(customer => tenant is null || customer.Tenant == tenant)
            .SelectMany(customer => customer.RateCards.Select(card => RateCardResource.Of(customer.Tenant, card))).ToList();
        return ApiPage.Of(cards, card => $"{card.Tenant} {card.ValidFrom}", query.Limit, query.Cursor);
    }

    [HttpGet("{tenant}/{validFrom}"), RequirePermission(BillingPermissions.View)]
    [EndpointSummary("Read a rate card")]
    public async Task<ActionResult<RateCardResource>> Get(string tenant, string validFrom, CancellationToken cancellationToken)
    {
        var customer = await store.FindCustomerAsync(tenant, cancellationToken);
        return customer?.RateCards.FirstOrDefault(card => RateCardResource.Text(card.ValidFrom) == validFrom) is { } card ? RateCardResource.Of(tenant, card) : NotFound();
    }

    [HttpPost(""), RequirePermission(BillingPermissions.Terms)]
    [EndpointSummary("Set a customer's rate card from a day on"), EndpointDescription("A card from the same day is replaced. The customer's terms must be set up.")]
    [ProducesResponseType<RateCardResource>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Set(RateCardRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Read(ModelState) is not { } card)
            return this.Invalid();
        if (!await writing.SetAsync(request.Tenant!, card, cancellationToken))
            return this.Invalid("tenant", "This customer has no billing terms. Run a recipe with the step BillingCustomers that names it.");
        return Created(Request.ApiPath($"rate-cards/{Uri.EscapeDataString(request.Tenant!)}/{RateCardResource.Text(card.ValidFrom)}"), RateCardResource.Of(request.Tenant!, card));
    }
}
