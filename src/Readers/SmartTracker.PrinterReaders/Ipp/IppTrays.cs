using System.Globalization;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.PrinterReaders.Ipp;

/// <summary>What lies where: <c>media-col-ready</c> by source, with the sheets that <c>printer-input-tray</c> counts; of older printers only the names in <c>media-ready</c>.</summary>
internal static class IppTrays
{
    /// <summary>IPP counts media in hundredths of a millimetre.</summary>
    private const int MicrometresPerUnit = 10;

    public static IReadOnlyList<ObservedMedia> Of(IReadOnlyList<IppAttribute> printer, ProblemList problems)
    {
        var trays = IppFields.Of(printer, "printer-input-tray");
        List<ObservedMedia> media = [.. Ready(printer).Select(ready => WithTray(ready, trays))];
        if (media.Count == 0)
            media = [.. trays.Select(Tray)];
        if (media.Count == 0)
            media = [.. printer.Texts("media-ready").Select(name => new ObservedMedia { Slot = "media-ready", IsLoaded = true, MediaId = name })];
        if (media.Exists(one => one.Slot.Length > 200))
            problems.Add(null, "media-col-ready", ObservationProblemCode.TooLong, media.Find(one => one.Slot.Length > 200)!.Slot);
        return [.. Places.Unique(media, one => one.Slot, _ => null).Select(place => place.Thing with { Slot = place.Place })];
    }

    private static IEnumerable<ObservedMedia> Ready(IReadOnlyList<IppAttribute> printer) =>
        printer.Find("media-col-ready")?.Values.OfType<IppCollection>().Select(collection => Media(collection.Members)) ?? [];

    private static ObservedMedia Media(IReadOnlyList<IppAttribute> media)
    {
        var size = media.Members("media-size") ?? [];
        var source = media.Text("media-source") ?? "media-col-ready";
        var width = Length(size.Integer("x-dimension"));
        return new ObservedMedia
        {
            Slot = source,
            IsLoaded = true,
            IsRoll = source.Contains("roll", StringComparison.OrdinalIgnoreCase) || size.First("y-dimension") is IppRange,
            MediaName = media.Text("media-info") ?? media.Text("media-type"),
            MediaId = media.Text("media-key") ?? media.Text("media-size-name"),
            Width = width,
            // Of a roll this is what a sheet of it may be, not what is left.
            RemainingLength = source.Contains("roll", StringComparison.OrdinalIgnoreCase) ? null : Length(size.Integer("y-dimension")),
        };
    }

    private static ObservedMedia WithTray(ObservedMedia ready, IReadOnlyList<IppFields> trays)
    {
        if (trays.FirstOrDefault(tray => Letters(tray.Text("name")) == Letters(ready.Slot)) is not { } same)
            return ready;
        var counted = Tray(same);
        return ready with { IsLoaded = counted.IsLoaded, RemainingSheets = counted.RemainingSheets, RawStatus = counted.RawStatus };
    }

    /// <summary>Levels as in the Printer-MIB: -2 unknown, -3 at least one sheet.</summary>
    private static ObservedMedia Tray(IppFields tray)
    {
        var level = tray.Number("level");
        var countsSheets = tray.Text("unit") is null or "sheets";
        return new ObservedMedia
        {
            Slot = tray.Text("name") ?? tray.Text("type") ?? "tray",
            IsLoaded = level switch { 0 => false, > 0 or -3 => true, _ => null },
            IsRoll = tray.Text("type") switch { null => null, var type => type == "continuousRoll" },
            RemainingSheets = countsSheets && level is >= 0 and <= int.MaxValue && tray.Text("type") != "continuousRoll" ? (int)level : null,
            RawStatus = tray.Text("status"),
        };
    }

    private static Measure? Length(int? units) => units is > 0
        ? new Measure((long)units.Value * MicrometresPerUnit, units.Value.ToString(CultureInfo.InvariantCulture), "mm/100", UnitAssumed: false)
        : null;

    // "Tray 1" is tray-1.
    private static string Letters(string? name) => string.Concat((name ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
