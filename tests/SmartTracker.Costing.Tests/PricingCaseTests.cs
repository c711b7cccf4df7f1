using System.Globalization;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Costing.Tests;

/// <summary>Rows of the shared pricing cases that the per-unit model answers; a missing folder leaves the row that is written out here.</summary>
public sealed class PricingCaseTests
{
    public static TheoryData<string, string, string> StandardModel()
    {
        var cases = new TheoryData<string, string, string> { { "5.12345", "10", "51.2345" } };
        if (Environment.GetEnvironmentVariable("SMARTTRACKER_FIXTURES") is not { Length: > 0 } folder || !Directory.Exists(folder))
            return cases;

        foreach (var row in File.ReadLines(Path.Combine(folder, "pricing-cases.tsv")).Skip(1).Select(line => line.Split('\t')).Where(row => row[1] == "standard"))
            cases.Add(row[2].Replace("unit=", "", StringComparison.Ordinal), row[3].Replace("q=", "", StringComparison.Ordinal), row[4].Split(' ')[0]);
        return cases;
    }

    [Theory]
    [MemberData(nameof(StandardModel))]
    public void Quantity_times_unit_price_is_not_rounded_before_the_sum(string unitPrice, string quantity, string expected)
    {
        var rated = Make.Rated(Make.Prices(new Rate(Measure.Pages, Number(unitPrice))), Make.Job(impressions: (int)Number(quantity)));

        Assert.Equal(Number(expected), rated.Steps[0].Amount);
    }

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
