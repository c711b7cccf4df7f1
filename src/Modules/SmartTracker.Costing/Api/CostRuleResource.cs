using System.ComponentModel;
using NodaTime;
using SmartTracker.Abstractions.Api;
using SmartTracker.Costing.Abstractions.Api;
using SmartTracker.Costing.Data;

namespace SmartTracker.Costing.Api;

/// <summary>A published cost rule. It never changes; the next version replaces it from its own day.</summary>
[ApiExample("""
    { "id": "0199b0a4-1f2e-7c3d-9a41-5d0c3c6e8b11", "printerId": null, "version": 2, "validFrom": "2026-10-01", "currency": "EUR",
      "rates": [ { "measure": "mediaArea", "unitPrice": "2.35", "inkChannel": null, "mediaType": null } ], "publishedAt": "2026-09-20T08:00:00Z", "publishedBy": "admin" }
    """)]
public sealed record CostRuleResource(
    Guid Id,
    [property: Description("The one printer that it is for; null is every printer without a rule of its own.")] Guid? PrinterId,
    [property: Description("Counts per printer, or over those without one; of two from the same day the higher counts.")] int Version,
    [property: Description("First day, in the site's time zone.")] LocalDate ValidFrom,
    string Currency,
    IReadOnlyList<RateResource> Rates,
    Instant PublishedAt,
    string? PublishedBy)
{
    internal static CostRuleResource Of(StoredCostRule stored)
    {
        var rule = stored.ToRule();
        return new(
            rule.Id.Value, rule.PrinterId?.Value, rule.Version, rule.ValidFrom, rule.Prices.Currency.Code, RateResource.Of(rule.Prices),
            stored.PublishedAt, stored.PublishedBy);
    }
}

/// <summary>What is sent to publish the next version of a cost rule. Jobs from its day on are rated again.</summary>
[ApiExample("""{ "printerId": null, "validFrom": "2026-10-01", "currency": "EUR", "rates": [ { "measure": "mediaArea", "unitPrice": "2.35" } ] }""")]
public sealed record CostRuleRequest(
    LocalDate? ValidFrom,
    IReadOnlyList<RateResource>? Rates,
    [property: Description("Left out for every printer without a rule of its own.")] Guid? PrinterId = null,
    [property: Description("The site's; may be left out.")] string? Currency = null);
