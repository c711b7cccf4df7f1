using System.Globalization;
using SmartTracker.Protocols.Piws.Xml;

namespace SmartTracker.Protocols.Piws.Jobs;

/// <summary>Reads values below one element of a job; what is absent or empty is null, what is not understood is null and a problem.</summary>
internal readonly struct PiwsValueReader(PiwsElement? element, string? job, PiwsProblems problems, PiwsLimits limits)
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private static readonly string[] WithZone = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public PiwsValueReader Below(string name) => new(element?.Child(name), job, problems, limits);

    public IEnumerable<PiwsValueReader> Each(string name)
    {
        var (ofJob, found, limit) = (job, problems, limits);
        return element?.All(name).Select(child => new PiwsValueReader(child, ofJob, found, limit)) ?? [];
    }

    public string? Text(string name)
    {
        var text = element?.Child(name)?.Text;
        if (string.IsNullOrEmpty(text))
            return null;
        if (text.Length <= limits.TextCharacters)
            return text;

        problems.Add(job, Path(name), PiwsProblemKind.TooLong, text);
        // Not between the two halves of a character outside the basic plane.
        var length = char.IsHighSurrogate(text[limits.TextCharacters - 1]) ? limits.TextCharacters - 1 : limits.TextCharacters;
        return text[..length];
    }

    public long? Long(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            return value;
        problems.Add(job, Path(name), PiwsProblemKind.NotANumber, text);
        return null;
    }

    public int? Int(string name)
    {
        if (Long(name) is not { } value)
            return null;
        if (value is >= int.MinValue and <= int.MaxValue)
            return (int)value;
        problems.Add(job, Path(name), PiwsProblemKind.NotANumber, Text(name));
        return null;
    }

    public decimal? Number(string name) => Quantity(name)?.Value;

    /// <summary>Both shapes: <c>&lt;X&gt;1.5&lt;/X&gt;</c> and <c>&lt;X&gt;&lt;Value&gt;1.5&lt;/Value&gt;&lt;Unit&gt;in&lt;/Unit&gt;&lt;/X&gt;</c>.</summary>
    public PiwsQuantity? Quantity(string name)
    {
        var nested = element?.Child(name)?.Child("Value") is not null;
        var raw = nested ? Below(name).Text("Value") : Text(name);
        if (raw is null)
            return null;

        decimal? value = decimal.TryParse(raw, Decimal, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        if (value is null)
            problems.Add(job, Path(name), PiwsProblemKind.NotANumber, raw);
        return new PiwsQuantity(raw, value, nested ? Below(name).Text("Unit") : null);
    }

    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (!DateTimeOffset.TryParseExact(text, WithZone, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            problems.Add(job, Path(name), PiwsProblemKind.NotATime, text);
            return null;
        }

        if (char.IsAsciiDigit(text[^1]) && text.LastIndexOfAny(['+', '-']) < text.IndexOf('T', StringComparison.Ordinal))
            problems.Add(job, Path(name), PiwsProblemKind.TimeWithoutZone, text);
        return time == DateTimeOffset.UnixEpoch ? null : time.ToUniversalTime();
    }

    // Only asked for where a child was found.
    private string Path(string name) => element!.PathTo(name);
}
