using System.Globalization;
using System.Text.RegularExpressions;
using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.PrinterReaders.Ipp;

/// <summary>What a job was printed on: what was used, where the printer says it, else what the job asked for.</summary>
/// <param name="Width">Micrometres, across the feed; null where the size is unknown.</param>
/// <param name="Name">The kind of media, such as <c>stationery</c>.</param>
/// <param name="Id">The size's name, such as <c>iso_a1_594x841mm</c>.</param>
internal sealed partial record IppMedia(long? Width, long? Length, string? Name, string? Id)
{
    private const long MicrometresPerMillimetre = 1_000;
    private const long MicrometresPerInch = 25_400;

    /// <summary>IPP counts media in hundredths of a millimetre.</summary>
    private const long MicrometresPerUnit = 10;

    /// <summary>200 m: longer than any sheet.</summary>
    private const long Longest = 200L * 1_000_000;

    public static IppMedia Of(IReadOnlyList<IppAttribute> job) =>
        OfCollection(job.Find("media-col-actual")) ?? OfName(job.Find("media-actual")) ?? OfCollection(job.Find("media-col")) ?? OfName(job.Find("media"))
        ?? new IppMedia(null, null, null, null);

    private static IppMedia? OfCollection(IppAttribute? attribute)
    {
        var all = attribute?.Values.OfType<IppCollection>().Select(collection => OfMembers(collection.Members)).Distinct().Take(2).ToList();
        // Several kinds of media in one job: no single figure is true.
        return all switch { null or [] => null, [var only] => only, _ => new IppMedia(null, null, null, null) };
    }

    private static IppMedia OfMembers(IReadOnlyList<IppAttribute> media)
    {
        var size = media.Members("media-size") ?? [];
        var name = media.Text("media-size-name");
        var (width, length) = (Known(size.Integer("x-dimension") * MicrometresPerUnit), Known(size.Integer("y-dimension") * MicrometresPerUnit));
        return (width, length) is (not null, not null)
            ? new IppMedia(width, length, media.Text("media-type"), name)
            : SizeOf(name) with { Name = media.Text("media-type") };
    }

    private static IppMedia? OfName(IppAttribute? attribute)
    {
        var names = attribute is null ? [] : new[] { attribute }.Texts(attribute.Name);
        return names.Distinct().Take(2).ToList() switch { [] => null, [var only] => SizeOf(only), _ => new IppMedia(null, null, null, null) };
    }

    /// <summary>Self-describing names (PWG 5101.1), such as <c>na_arch-d_24x36in</c>. Rolls and limits of custom sizes name no sheet.</summary>
    private static IppMedia SizeOf(string? name)
    {
        if (name is null || name.StartsWith("roll_", StringComparison.Ordinal) || name.StartsWith("custom_m", StringComparison.Ordinal) || SizePattern().Match(name) is not { Success: true } size)
            return new IppMedia(null, null, null, name);
        var unit = size.Groups[3].Value == "mm" ? MicrometresPerMillimetre : MicrometresPerInch;
        var (width, length) = (Micrometres(size.Groups[1].Value, unit), Micrometres(size.Groups[2].Value, unit));
        return (width, length) is (not null, not null) ? new IppMedia(width, length, null, name) : new IppMedia(null, null, null, name);
    }

    private static long? Micrometres(string number, long unit) => decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        ? Known((long)Math.Round(Math.Min(value, Longest) * unit, 0, MidpointRounding.AwayFromZero))
        : null;

    private static long? Known(long? length) => length is > 0 and <= Longest ? length : null;

    [GeneratedRegex(@"_([0-9]{1,7}(?:\.[0-9]{1,4})?)x([0-9]{1,7}(?:\.[0-9]{1,4})?)(mm|in)\z", RegexOptions.CultureInvariant)]
    private static partial Regex SizePattern();
}
