using System.Globalization;
using SmartTracker.Protocols.Http.Xml;

namespace SmartTracker.Protocols.Ledm.Documents;

/// <summary>What a document said.</summary>
/// <param name="Value">Null where the document is another one, or none.</param>
/// <param name="Defect">Why it is not whole, or null. What arrived whole is in <paramref name="Value"/> all the same.</param>
public sealed record LedmReading<T>(T? Value, string? Defect)
    where T : class
{
    public bool IsComplete => Value is not null && Defect is null;
}

/// <summary>A measured value as the device wrote it.</summary>
/// <param name="Value">Null where the text is not a decimal number with a point.</param>
/// <param name="Unit">In the device's word; null where it names none.</param>
public sealed record LedmQuantity(string Raw, decimal? Value, string? Unit);

internal static class LedmValues
{
    /// <summary>Of the document with that root; an element whose end is missing is left out by the caller.</summary>
    public static LedmReading<T> Read<T>(ReadOnlyMemory<byte> document, string root, Func<DeviceElement, T> map)
        where T : class
    {
        var xml = DeviceXml.Read(document, DeviceXmlLimits.Default);
        if (xml.Root is null)
            return new LedmReading<T>(null, xml.Defect);
        return xml.Root.Name == root ? new LedmReading<T>(map(xml.Root), xml.Defect) : new LedmReading<T>(null, $"The document is a {xml.Root.Name}.");
    }

    public static int? Int(this DeviceElement element, string child) =>
        int.TryParse(element.TextOf(child), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A child that holds the number itself, or <c>ValueFloat</c> and <c>Unit</c>.</summary>
    public static LedmQuantity? Quantity(this DeviceElement element, string child)
    {
        if (element.Child(child) is not { IsWhole: true } found)
            return null;
        var raw = found.TextOf("ValueFloat") ?? found.TextOf("Value") ?? (found.Text.Length > 0 ? found.Text : null);
        return raw is null ? null : new LedmQuantity(raw, Number(raw), found.TextOf("Unit") ?? (found.Children.Count == 0 ? element.TextOf("Unit") : null));
    }

    /// <summary><c>2026-03-01</c>, also with a time behind it.</summary>
    public static DateOnly? Date(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
