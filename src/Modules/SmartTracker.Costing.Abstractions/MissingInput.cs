namespace SmartTracker.Costing.Abstractions;

/// <summary>Why a job has no price.</summary>
/// <param name="Measure">Whose price is missing, for <see cref="MissingFigure.PriceForMedia"/>.</param>
/// <param name="Name">The media type or ink channel without a price.</param>
public sealed record MissingInput(MissingFigure Figure, Measure? Measure = null, string? Name = null);

public enum MissingFigure
{
    /// <summary>No cost rule or rate card is valid at the job's date.</summary>
    PriceList,
    /// <summary>The printer did not say how large the pages were.</summary>
    PageArea,
    /// <summary>The printer did not say how much media it used.</summary>
    MediaArea,
    /// <summary>The printer did not say how much ink it used.</summary>
    Ink,
    /// <summary>The printer did not say how many pages came out.</summary>
    Pages,
    /// <summary>Prices differ by media, and the printer did not say which it used.</summary>
    MediaType,
    /// <summary>The price list has no price for this media.</summary>
    PriceForMedia,
    /// <summary>The price list has no price for this ink.</summary>
    PriceForInkChannel,
    /// <summary>Price lists have no rates for scans yet.</summary>
    PriceForScan,
    /// <summary>A figure is negative or beyond what any printer can print.</summary>
    PlausibleFigures,
}
