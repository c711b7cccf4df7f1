using System.ComponentModel;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Quantities;

namespace SmartTracker.Costing.Abstractions.Api;

/// <summary>One price of a price list as the REST interface reads and writes it.</summary>
[ApiExample("""{ "measure": "mediaArea", "unitPrice": "2.35", "inkChannel": null, "mediaType": null }""")]
public sealed record RateResource(
    [property: Description("What is priced: per m² (pageArea, mediaArea), ml (ink), impression (pages) or job.")] Measure? Measure,
    [property: Description("A decimal as text, at most six decimals.")] decimal? UnitPrice,
    [property: Description("Only for ink; null is every ink.")] string? InkChannel = null,
    [property: Description("As the device names it; null is every media.")] string? MediaType = null)
{
    public static IReadOnlyList<RateResource> Of(PriceList prices)
    {
        ArgumentNullException.ThrowIfNull(prices);
        return [.. prices.Rates.Select(rate => new RateResource(rate.Measure, rate.UnitPrice, rate.InkChannel, rate.MediaType))];
    }

    /// <summary>The price list that rates come to, or null with what is wrong in the model state.</summary>
    public static PriceList? Read(IReadOnlyList<RateResource>? rates, Currency currency, ModelStateDictionary errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var read = new List<Rate>();
        for (var i = 0; i < (rates?.Count ?? 0); i++)
        {
            if (rates![i].Read($"rates[{i}]", errors) is not { } rate)
                continue;
            if (read.Exists(rate.IsForTheSameAs))
                errors.AddModelError($"rates[{i}]", "An earlier rate prices the same thing.");
            else
                read.Add(rate);
        }

        if (read.Count == 0 && errors.IsValid)
            errors.AddModelError("rates", "Give at least one rate. A price of 0 is a price; a measure without a rate costs nothing.");
        return errors.IsValid ? new PriceList(currency, read) : null;
    }

    private Rate? Read(string field, ModelStateDictionary errors)
    {
        var before = errors.ErrorCount;
        if (Measure is null)
            errors.AddModelError($"{field}.measure", "Say what is priced: pageArea, mediaArea, ink, pages or job.");
        if (UnitPrice is not { } price || !Rate.IsPrice(price))
            errors.AddModelError($"{field}.unitPrice", "Write a price as text from 0 to 1000000 with at most six decimals, such as \"2.40\".");
        if (Measure != Abstractions.Measure.Ink && !string.IsNullOrWhiteSpace(InkChannel))
            errors.AddModelError($"{field}.inkChannel", "Only ink has a channel.");
        return errors.ErrorCount > before ? null : new Rate(Measure!.Value, UnitPrice!.Value, InkChannel, MediaType);
    }
}
