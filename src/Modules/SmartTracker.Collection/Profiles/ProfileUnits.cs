using SmartTracker.Protocols.Ews.Words;

namespace SmartTracker.Collection.Profiles;

/// <summary>From a unit of people to the whole numbers of the import: micrometres, square millimetres, nanolitres.</summary>
public static class ProfileUnits
{
    /// <summary>Each cell names its unit behind the number.</summary>
    public const string InCell = "cell";

    private const decimal SquareMillimetresPerSquareInch = 645.16m;

    /// <summary>Null where the unit is none of this field.</summary>
    public static decimal? Factor(ProfileField field, string unit) => (field, unit) switch
    {
        (ProfileField.MediaWidth, "µm") => 1m,
        (ProfileField.MediaWidth, "mm") => 1_000m,
        (ProfileField.MediaWidth, "cm") => 10_000m,
        (ProfileField.MediaWidth, "m") => 1_000_000m,
        (ProfileField.MediaWidth, "in") => 25_400m,
        (ProfileField.MediaWidth, "ft") => 304_800m,
        (ProfileField.PageArea or ProfileField.MediaArea, "mm²") => 1m,
        (ProfileField.PageArea or ProfileField.MediaArea, "cm²") => 100m,
        (ProfileField.PageArea or ProfileField.MediaArea, "m²") => 1_000_000m,
        (ProfileField.PageArea or ProfileField.MediaArea, "in²") => SquareMillimetresPerSquareInch,
        (ProfileField.PageArea or ProfileField.MediaArea, "ft²") => 144 * SquareMillimetresPerSquareInch,
        (ProfileField.Ink, "nl") => 1m,
        (ProfileField.Ink, "ml") => 1_000_000m,
        (ProfileField.Ink, "l") => 1_000_000_000m,
        _ => null,
    };

    /// <summary>As it is spelled in the cell.</summary>
    public static decimal? FactorOf(ProfileField field, string spelling) => EwsUnits.Canonical(spelling) is { } unit ? Factor(field, unit) : null;
}
