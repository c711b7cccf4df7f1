using Microsoft.AspNetCore.Mvc;
using NodaTime;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Billing.Data;
using SmartTracker.Billing.Domain;

namespace SmartTracker.Billing.RateCards;

/// <summary>What each customer pays, as the recipes set it.</summary>
public sealed record RateCardList(IReadOnlyList<Customer> Customers, LocalDate Today);

[Admin]
[Route("admin/rate-cards")]
[RequirePermission(BillingPermissions.View)]
public sealed class RateCardsController(BillingStore store, Tenant tenant, TimeProvider time) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(new RateCardList(
        await store.ListCustomersAsync(cancellationToken),
        Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(tenant.TimeZone).Date));
}
