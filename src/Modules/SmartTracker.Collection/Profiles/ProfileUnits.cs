using SmartTracker.Collection.Import;
using SmartTracker.Protocols.Ews.Words;

namespace SmartTracker.Collection.Profiles;

/// <summary>From a unit of people to the whole numbers of the import: micrometres, square millimetres, nanolitres.</summary>
public static class ProfileUnits
{
    /// <summary>Each cell names its unit behind the number.</summary>
    public const string InCell = "cell";

    private const decimal SquareMillimetresPerSquareInch = 645.16m;

    /// <summary>Null where the unit is none of this field.</summary>
    public static decimal? Factor(ImportField? field, string unit) => (field, unit) switch
    {
        (ImportField.MediaWidthUm, "µm") => 1m,
        (ImportField.MediaWidthUm, "mm") => 1_000m,
        (ImportField.MediaWidthUm, "cm") => 10_000m,
        (ImportField.MediaWidthUm, "m") => 1_000_000m,
        (ImportField.MediaWidthUm, "in") => 25_400m,
        (ImportField.MediaWidthUm, "ft") => 304_800m,
        (ImportField.PageAreaMm2 or ImportField.MediaAreaMm2, "mm²") => 1m,
        (ImportField.PageAreaMm2 or ImportField.MediaAreaMm2, "cm²") => 100m,
        (ImportField.PageAreaMm2 or ImportField.MediaAreaMm2, "m²") => 1_000_000m,
        (ImportField.PageAreaMm2 or ImportField.MediaAreaMm2, "in²") => SquareMillimetresPerSquareInch,
        (ImportField.PageAreaMm2 or ImportField.MediaAreaMm2, "ft²") => 144 * SquareMillimetresPerSquareInch,
        (ImportField.InkNl, "nl") => 1m,
        (ImportField.InkNl, "ml") => 1_000_000m,
        (ImportField.InkNl, "l") => 1_000_000_000m,
        _ => null,
    };

    /// <summary>As it is spelled in the cell.</summary>
    public static decimal? FactorOf(ImportField? field, string spelling) => EwsUnits.Canonical(spelling) is { } unit ? Factor(field, unit) : null;
}
