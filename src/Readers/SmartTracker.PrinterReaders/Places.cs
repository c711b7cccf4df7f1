namespace SmartTracker.PrinterReaders;

/// <summary>Names for places that are the same at every visit and never the same for two.</summary>
internal static class Places
{
    /// <param name="name">What the device calls the place.</param>
    /// <param name="number">What tells apart places of the same name.</param>
    public static IEnumerable<(string Place, T Thing)> Unique<T>(IReadOnlyList<T> things, Func<T, string> name, Func<T, string?> number)
    {
        var shared = things.CountBy(name, StringComparer.Ordinal).Where(named => named.Value > 1).Select(named => named.Key).ToHashSet(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var thing in things)
        {
            var first = shared.Contains(name(thing)) ? $"{name(thing)} {number(thing)}".TrimEnd() : name(thing);
            var place = first;
            for (var again = 2; !taken.Add(place); again++)
                place = $"{first} #{again}";
            yield return (place, thing);
        }
    }
}
