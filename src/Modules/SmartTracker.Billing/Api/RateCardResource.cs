using System.ComponentModel;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using NodaTime;
using NodaTime.Text;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Costing.Abstractions.Api;

namespace SmartTracker.Billing.Api;

/// <summary>What a customer pays from a day on.</summary>
[ApiExample("""
    { "tenant": "nordplan", "name": "Fläche und Tinte", "validFrom": "2026-10-01", "currency": "EUR",
      "rates": [ { "measure": "mediaArea", "unitPrice": "2.35", "inkChannel": null, "mediaType": null } ] }
    """)]
public sealed record RateCardResource(string Tenant, string Name, LocalDate ValidFrom, string Currency, IReadOnlyList<RateResource> Rates)
{
    internal static RateCardResource Of(string tenant, RateCard card) =>
        new(tenant, card.Name, card.ValidFrom, card.Prices.Currency.Code, RateResource.Of(card.Prices));

    internal static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day);
}

/// <summary>What is sent to set a rate card.</summary>
[ApiExample("""{ "tenant": "nordplan", "name": "Fläche und Tinte", "validFrom": "2026-10-01", "currency": "EUR", "rates": [ { "measure": "mediaArea", "unitPrice": "2.35" } ] }""")]
public sealed record RateCardRequest(
    [property: Description("The customer's tenant.")] string? Tenant,
    string? Name,
    [property: Description("First day, in the customer's time zone.")] LocalDate? ValidFrom,
    [property: Description("ISO 4217.")] string? Currency,
    IReadOnlyList<RateResource>? Rates)
{
    private const int LongestName = 100;

    internal RateCard? Read(ModelStateDictionary errors)
    {
        if (string.IsNullOrWhiteSpace(Tenant))
            errors.AddModelError("tenant", "Name the customer's tenant.");
        if (string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > LongestName)
            errors.AddModelError("name", $"Give the card a name of up to {LongestName} characters.");
        if (ValidFrom is not { Year: >= 2000 and <= 2099 })
            errors.AddModelError("validFrom", "Write the first day, such as 2026-10-01, between 2000 and 2099.");
        if (Currency is not { Length: 3 } code || !code.All(char.IsAsciiLetterUpper))
        {
            errors.AddModelError("currency", "Write a currency such as EUR.");
            return null;
        }

        return RateResource.Read(Rates, new Currency(code), errors) is { } prices ? new RateCard(Name!.Trim(), ValidFrom!.Value, prices) : null;
    }
}
