using System.Globalization;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.PrinterReaders.Ipp;

/// <summary>Counters of the printer's life (PWG 5100.7 and 5100.13), whole and by kind of page where it tells them apart.</summary>
internal static class IppMeters
{
    private static readonly (string Attribute, string Name, MeterKind Kind)[] Counters =
    [
        ("printer-impressions-completed", "impressions", MeterKind.Impressions),
        ("printer-media-sheets-completed", "media-sheets", MeterKind.MediaSheets),
        ("printer-pages-completed", "pages", MeterKind.Other),
    ];

    public static IEnumerable<ObservedMeter> Of(IReadOnlyList<IppAttribute> printer)
    {
        foreach (var (attribute, name, kind) in Counters)
        {
            if (printer.Integer(attribute) is { } whole and >= 0)
                yield return Meter(name, kind, whole);
            foreach (var member in printer.Members(attribute + "-col") ?? [])
            {
                if (member.Values is [IppInteger { Value: >= 0 and var part }])
                    yield return Meter($"{name}:{member.Name}", kind, part);
            }
        }
    }

    private static ObservedMeter Meter(string name, MeterKind kind, int value) =>
        new(name, kind, value, value.ToString(CultureInfo.InvariantCulture), name.Split(':')[0]) { Maximum = int.MaxValue };
}
