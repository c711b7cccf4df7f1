using System.Globalization;
using SmartTracker.ComputeBench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
// Arguments: the sizes of documents in megabytes.
int[] megabytes = args.Length > 0 ? [.. args.Select(size => int.Parse(size, CultureInfo.InvariantCulture))] : [1, 100, 1000];
List<Comparison> comparisons = [.. await ParseMeasure.RunAsync(megabytes), .. ImportMeasure.Run(jobs: 100_000), RatingMeasure.Run(jobs: 200_000)];
foreach (var comparison in comparisons)
    Console.WriteLine(comparison);
return comparisons.TrueForAll(comparison => comparison.Holds) ? 0 : 1;
