using System.Globalization;
using System.Text;
using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.PrinterReaders.Ipp;

/// <summary><c>type=inkCartridge;maxcapacity=100;level=68;</c>: how PWG 5100.13 packs rows of the Printer-MIB into one value.</summary>
internal sealed class IppFields
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    private IppFields(string text)
    {
        foreach (var field in text.Split(';'))
        {
            if (field.Split('=', 2) is [var name, var value])
                _fields.TryAdd(name.Trim(), value.Trim());
        }
    }

    /// <summary>One for each value of the attribute, in its order.</summary>
    public static IReadOnlyList<IppFields> Of(IReadOnlyList<IppAttribute> printer, string attribute) =>
        [.. (printer.Find(attribute)?.Values ?? []).Select(TextOf).OfType<string>().Select(text => new IppFields(text))];

    /// <summary>Null where the printer did not say, or said nothing.</summary>
    public string? Text(string name) => _fields.GetValueOrDefault(name) is { Length: > 0 and <= 200 } text ? text : null;

    public long? Number(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Octets by the standard, text on some printers.
    private static string? TextOf(IppValue value) => value switch
    {
        IppOctets octets => Encoding.UTF8.GetString(octets.Octets.Span),
        IppText text => text.Text,
        IppLocalizedText text => text.Text,
        _ => null,
    };
}
