using System.Globalization;

namespace SmartTracker.Abstractions.Tests;

internal static class SharedCases
{
    public static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    /// <summary>A row of the shared pricing cases by its id; null where the folder is not there.</summary>
    public static string[]? PricingCase(string id) =>
        Environment.GetEnvironmentVariable("SMARTTRACKER_FIXTURES") is { Length: > 0 } folder && Directory.Exists(folder)
            ? File.ReadLines(Path.Combine(folder, "pricing-cases.tsv")).Select(line => line.Split('\t')).Single(row => row[0] == id)
            : null;
}
