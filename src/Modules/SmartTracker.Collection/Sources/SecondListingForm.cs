using System.Globalization;

namespace SmartTracker.Collection.Sources;

/// <summary>What a person chose, job by job.</summary>
public sealed class SecondListingForm
{
    /// <summary>By the listing's id, as <see cref="SecondListingChoice"/> reads it.</summary>
    public Dictionary<string, string?> Choices { get; init; } = [];

    /// <summary>Of all that are shown and left undecided.</summary>
    public string? Rest { get; init; }

    public string? Reason { get; init; }

    /// <summary>Empty where nothing was chosen.</summary>
    public string Said(Guid listing) =>
        Choices.GetValueOrDefault(listing.ToString("D", CultureInfo.InvariantCulture)) is { Length: > 0 } own ? own : Rest ?? "";
}
