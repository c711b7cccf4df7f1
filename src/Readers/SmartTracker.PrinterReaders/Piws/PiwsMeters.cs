using System.Globalization;
using SmartTracker.PrinterReaders.State;

namespace SmartTracker.PrinterReaders.Piws;

internal static class PiwsMeters
{
    public static IEnumerable<ObservedMeter> Impressions(string? told, ProblemList problems)
    {
        if (told is null)
            return [];
        if (long.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var impressions))
            return [new ObservedMeter("impressions", MeterKind.Impressions, impressions, told, "impressions")];
        problems.Add(null, "TotalImpressions", ObservationProblemCode.Unreadable, told);
        return [];
    }
}
