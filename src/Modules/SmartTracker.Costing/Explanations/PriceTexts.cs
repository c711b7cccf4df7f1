using Microsoft.Extensions.Localization;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Costing.Explanations;

/// <summary>Measures and reasons in the reader's language.</summary>
public sealed class PriceTexts(IStringLocalizer<Texts> texts)
{
    public string Name(Measure measure) => measure switch
    {
        Measure.PageArea => texts["Page area"],
        Measure.MediaArea => texts["Media consumed"],
        Measure.Ink => texts["Ink"],
        Measure.Pages => texts["Pages"],
        Measure.Job => texts["Fixed per job"],
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
    };

    /// <summary>What a price of the measure is for.</summary>
    public string Unit(Measure measure) => measure switch
    {
        Measure.PageArea or Measure.MediaArea => "m²",
        Measure.Ink => "ml",
        Measure.Pages => texts["page"],
        Measure.Job => texts["job"],
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
    };

    /// <summary>What a rate is for beside its measure, or null where it is for everything.</summary>
    public string? Condition(string? inkChannel, string? mediaType) => (inkChannel, mediaType) switch
    {
        (null, null) => null,
        (not null, null) => texts["Ink {0}", inkChannel].Value,
        (null, not null) => texts["Media {0}", mediaType].Value,
        _ => texts["Ink {0} on {1}", inkChannel, mediaType].Value,
    };

    public string Reason(MissingInput missing)
    {
        ArgumentNullException.ThrowIfNull(missing);
        return missing.Figure switch
        {
            MissingFigure.PriceList => texts["No cost rule for this date"],
            MissingFigure.PageArea => texts["The printer did not say how large the pages were"],
            MissingFigure.MediaArea => texts["The printer did not say how much media it used"],
            MissingFigure.Ink => texts["The printer did not say how much ink it used"],
            MissingFigure.Pages => texts["The printer did not say how many pages came out"],
            MissingFigure.MediaType => texts["Prices differ by media, and the printer did not say which it used"],
            MissingFigure.PriceForMedia => texts["No price for the media {0} ({1})", missing.Name ?? "", Name(missing.Measure!.Value)],
            MissingFigure.PriceForInkChannel => texts["No price for the ink {0}", missing.Name ?? ""],
            MissingFigure.PriceForScan => texts["Scans have no price yet"],
            MissingFigure.PlausibleFigures => texts["The printer sent a figure that cannot be true"],
            _ => throw new ArgumentOutOfRangeException(nameof(missing), missing, null),
        };
    }

    public string WhatToDo(MissingInput missing)
    {
        ArgumentNullException.ThrowIfNull(missing);
        return missing.Figure switch
        {
            MissingFigure.PriceList => texts["Publish a cost rule that is valid from this day or earlier."],
            MissingFigure.PriceForMedia or MissingFigure.MediaType => texts["Publish the next version of the rule with one price for every media, or with a price for this one."],
            MissingFigure.PriceForInkChannel => texts["Publish the next version of the rule with one price for all ink, or with a price for this one."],
            MissingFigure.PriceForScan => texts["Nothing to do: scans wait until price lists can price them."],
            _ => texts["Check on the printer that accounting is on and its firmware is new, or publish a rule for this printer without this measure."],
        };
    }
}
