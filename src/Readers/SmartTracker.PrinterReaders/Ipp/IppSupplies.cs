using System.Globalization;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.PrinterReaders.Ipp;

/// <summary>Ink, toner and what else is used up: as <c>printer-supply</c> (PWG 5100.13) says it, else by the <c>marker-</c> attributes of CUPS.</summary>
internal static class IppSupplies
{
    private const long NanolitresPerTenthOfMillilitre = 100_000;

    /// <summary>1 m³.</summary>
    private const long MostTenthsOfMillilitre = 10_000_000;

    public static IReadOnlyList<ObservedConsumable> Of(IReadOnlyList<IppAttribute> printer, ProblemList problems)
    {
        var supplies = IppFields.Of(printer, "printer-supply");
        var things = supplies.Count > 0 ? Supplies(supplies, printer.Texts("printer-supply-description")) : Markers(printer, problems);
        return [.. Places.Unique(things, thing => thing.Slot, _ => null).Select(place => place.Thing with { Slot = place.Place })];
    }

    private static List<ObservedConsumable> Supplies(IReadOnlyList<IppFields> supplies, IReadOnlyList<string> descriptions) =>
        [.. supplies.Select((supply, at) => Supply(supply, descriptions.Count == supplies.Count ? descriptions[at] : null, at))];

    private static ObservedConsumable Supply(IppFields supply, string? description, int at)
    {
        var (type, unit) = (supply.Text("type"), supply.Text("unit"));
        var (level, capacity) = (supply.Number("level"), supply.Number("maxcapacity"));
        return new ObservedConsumable
        {
            Slot = description ?? string.Create(CultureInfo.InvariantCulture, $"{supply.Text("colorantname") ?? type ?? "supply"} {supply.Text("index") ?? $"{at + 1}"}"),
            Kind = Kind(type),
            Description = description,
            Colorant = supply.Text("colorantname"),
            Capacity = Volume(capacity, unit),
            Level = Volume(level, unit),
            LevelPercent = level >= 0 && capacity > 0 && level <= capacity ? Math.Round(level.Value * 100m / capacity.Value, 1, MidpointRounding.AwayFromZero) : null,
            LevelKnown = Known(level),
        };
    }

    /// <summary>As many of each attribute as there are names, else nobody knows which belongs to which.</summary>
    private static List<ObservedConsumable> Markers(IReadOnlyList<IppAttribute> printer, ProblemList problems)
    {
        var (names, types, colors) = (printer.Texts("marker-names"), printer.Texts("marker-types"), printer.Texts("marker-colors"));
        var levels = printer.Find("marker-levels")?.Values.Select(value => (value as IppInteger)?.Value).ToList() ?? [];
        if (levels.Count != names.Count && levels.Count > 0)
            problems.Add(null, "marker-levels", ObservationProblemCode.Contradiction, $"{levels.Count} levels for {names.Count} names");

        return
        [
            .. names.Select((name, at) =>
            {
                var level = levels.Count == names.Count ? levels[at] : null;
                return new ObservedConsumable
                {
                    Slot = name,
                    Kind = Kind(types.Count == names.Count ? types[at] : null),
                    Description = name,
                    Colorant = colors.Count == names.Count && colors[at] != "none" ? colors[at] : null,
                    LevelPercent = level is >= 0 and <= 100 ? level : null,
                    LevelKnown = Known(level),
                };
            }),
        ];
    }

    /// <summary>As in the Printer-MIB: -1 other, -2 unknown, -3 at least one is left.</summary>
    private static ConsumableLevel Known(long? level) => level switch
    {
        0 => ConsumableLevel.Empty,
        > 0 => ConsumableLevel.Measured,
        -3 => ConsumableLevel.SomeLeft,
        _ => ConsumableLevel.Unknown,
    };

    private static Measure? Volume(long? amount, string? unit) => unit == "tenthsOfMilliliters" && amount is >= 0 and <= MostTenthsOfMillilitre
        ? new Measure(amount.Value * NanolitresPerTenthOfMillilitre, amount.Value.ToString(CultureInfo.InvariantCulture), unit, UnitAssumed: false)
        : null;

    /// <summary>Words of the Printer-MIB (<c>inkCartridge</c>) and of CUPS (<c>ink-cartridge</c>).</summary>
    private static ConsumableKind Kind(string? type) => type?.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant() switch
    {
        null => ConsumableKind.Other,
        var word when word.StartsWith("WASTE", StringComparison.Ordinal) => ConsumableKind.WasteContainer,
        var word when word.StartsWith("INK", StringComparison.Ordinal) => ConsumableKind.Ink,
        var word when word.StartsWith("TONER", StringComparison.Ordinal) => ConsumableKind.Toner,
        var word when word.StartsWith("PRINTHEAD", StringComparison.Ordinal) => ConsumableKind.Printhead,
        "STAPLES" => ConsumableKind.Staples,
        "BINDER" => ConsumableKind.Binder,
        "OPC" or "DEVELOPER" or "FUSER" or "FUSEROIL" or "FUSEROILWICK" or "FUSERCLEANINGPAD" or "CLEANERUNIT" or "TRANSFERUNIT" or "CORONAWIRE" => ConsumableKind.Maintenance,
        _ => ConsumableKind.Other,
    };
}
