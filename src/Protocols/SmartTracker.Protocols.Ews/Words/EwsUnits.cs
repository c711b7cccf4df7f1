namespace SmartTracker.Protocols.Ews.Words;

/// <summary>Units of areas, lengths and ink, in one spelling each: <c>m² ft² in² cm² mm² m ft in cm mm ml l</c>.</summary>
public static class EwsUnits
{
    // Seen: m², м², м, мл., ml, "sq. ft". The others are spellings that people use.
    private static readonly Dictionary<string, string> Spellings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["m²"] = "m²",
        ["m2"] = "m²",
        ["m^2"] = "m²",
        ["sq m"] = "m²",
        ["sqm"] = "m²",
        ["qm"] = "m²",
        ["м²"] = "m²",
        ["м2"] = "m²",
        ["кв м"] = "m²",
        ["квм"] = "m²",
        ["ft²"] = "ft²",
        ["ft2"] = "ft²",
        ["ft^2"] = "ft²",
        ["sq ft"] = "ft²",
        ["sqft"] = "ft²",
        ["square feet"] = "ft²",
        ["in²"] = "in²",
        ["in2"] = "in²",
        ["in^2"] = "in²",
        ["sq in"] = "in²",
        ["sqin"] = "in²",
        ["square inches"] = "in²",
        ["cm²"] = "cm²",
        ["cm2"] = "cm²",
        ["mm²"] = "mm²",
        ["mm2"] = "mm²",
        ["m"] = "m",
        ["м"] = "m",
        ["metres"] = "m",
        ["meters"] = "m",
        ["cm"] = "cm",
        ["см"] = "cm",
        ["mm"] = "mm",
        ["мм"] = "mm",
        ["ft"] = "ft",
        ["feet"] = "ft",
        ["in"] = "in",
        ["inch"] = "in",
        ["inches"] = "in",
        ["\""] = "in",
        ["ml"] = "ml",
        ["мл"] = "ml",
        ["cc"] = "ml",
        ["cm³"] = "ml",
        ["l"] = "l",
        ["л"] = "l",
    };

    /// <summary>Null for a spelling that nobody knows.</summary>
    public static string? Canonical(string spelling)
    {
        ArgumentNullException.ThrowIfNull(spelling);
        var plain = spelling.Replace(".", " ", StringComparison.Ordinal).Trim();
        while (plain.Contains("  ", StringComparison.Ordinal))
            plain = plain.Replace("  ", " ", StringComparison.Ordinal);
        return Spellings.GetValueOrDefault(plain);
    }
}
