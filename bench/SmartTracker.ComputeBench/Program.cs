using System.Globalization;
using SmartTracker.ComputeBench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Comparison[] comparisons = [await ParseMeasure.RunAsync(jobs: 4_000), RatingMeasure.Run(jobs: 200_000)];
foreach (var comparison in comparisons)
    Console.WriteLine(comparison);
return comparisons.All(comparison => comparison.Holds) ? 0 : 1;
