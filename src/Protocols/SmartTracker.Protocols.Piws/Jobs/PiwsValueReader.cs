using System.Globalization;
using SmartTracker.Protocols.Piws.Xml;

namespace SmartTracker.Protocols.Piws.Jobs;

/// <summary>Reads values below one element of a job; what is absent or empty is null, what is not understood is null and a problem.</summary>
internal readonly struct PiwsValueReader(PiwsElement? element, string? job, PiwsProblems problems, PiwsLimits limits)
{
    public PiwsValueReader Below(string name) => new(element?.Child(name), job, problems, limits);

    /// <summary>Everything of that name, as a list whose positions count.</summary>
    public IReadOnlyList<T> Each<T>(string name, Func<PiwsValueReader, T> read)
    {
        List<T>? all = null;
        foreach (var child in element?.Children ?? [])
        {
            if (child.Name != name)
                continue;
            all ??= [];
            child.Position = all.Count + 1;
            all.Add(read(new(child, job, problems, limits)));
        }

        return all ?? (IReadOnlyList<T>)[];
    }

    /// <summary>Everything, whatever its name.</summary>
    public IReadOnlyList<T> Each<T>(Func<string, PiwsValueReader, T> read)
    {
        var (ofJob, found, limit) = (job, problems, limits);
        return [.. (element?.Children ?? []).Select(child => read(child.Name, new PiwsValueReader(child, ofJob, found, limit)))];
    }

    public bool Has(string name) => element?.Child(name) is not null;

    /// <summary>Of everything of that name; what is empty is left out.</summary>
    public IReadOnlyList<string> Texts(string name) => [.. (element?.Children ?? []).Where(child => child.Name == name && child.Text.Length > 0).Select(child => child.Text)];

    public bool? Truth(string name) => Text(name) is { } text && bool.TryParse(text, out var truth) ? truth : null;

    public string? Text(string name) => TextOf(element?.Child(name));

    private string? TextOf(PiwsElement? child)
    {
        var text = child?.Text;
        if (string.IsNullOrEmpty(text))
            return null;
        if (text.Length <= limits.TextCharacters)
            return text;

        problems.Add(job, child!.Path, PiwsProblemKind.TooLong, text);
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

    public decimal? Number(string name) => element?.Child(name) is { } child && TextOf(child.Child("Value") ?? child) is { } raw ? Decimal(name, raw) : null;

    /// <summary>Both shapes: <c>&lt;X&gt;1.5&lt;/X&gt;</c> and <c>&lt;X&gt;&lt;Value&gt;1.5&lt;/Value&gt;&lt;Unit&gt;in&lt;/Unit&gt;&lt;/X&gt;</c>.</summary>
    public PiwsQuantity? Quantity(string name)
    {
        var child = element?.Child(name);
        var nested = child?.Child("Value");
        return TextOf(nested ?? child) is { } raw
            ? new PiwsQuantity(raw, Decimal(name, raw), nested is null ? null : TextOf(child!.Child("Unit")))
            : null;
    }

    private decimal? Decimal(string name, string raw)
    {
        if (PiwsNumber.TryRead(raw, out var number))
            return number;
        problems.Add(job, Path(name), PiwsProblemKind.NotANumber, raw);
        return null;
    }

    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (!PiwsTime.TryRead(text, out var time))
        {
            problems.Add(job, Path(name), PiwsProblemKind.NotATime, text);
            return null;
        }

        if (!NamesZone(text))
            problems.Add(job, Path(name), PiwsProblemKind.TimeWithoutZone, text);
        return time == DateTimeOffset.UnixEpoch ? null : time.ToUniversalTime();
    }

    /// <summary>Whether a time that was read names its zone.</summary>
    public bool HasZone(string name) => Text(name) is { } text && NamesZone(text);

    private static bool NamesZone(string text) => !char.IsAsciiDigit(text[^1]) || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal);

    // Only asked for where a child was found.
    private string Path(string name) => element!.PathTo(name);
}
