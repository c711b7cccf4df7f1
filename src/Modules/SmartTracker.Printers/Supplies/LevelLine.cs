using System.Globalization;
using NodaTime;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Supplies;

/// <summary>Draws levels over time as points of a line, 100 wide and 24 high, earliest on the left and full at the top.</summary>
internal static class LevelLine
{
    private const decimal Width = 100, Height = 24;

    /// <summary>Null where there is nothing between two moments.</summary>
    public static string? Points(IReadOnlyList<LevelRead> reads, Interval window)
    {
        if (reads.Count == 0 || reads[^1].LastReadAt <= reads[0].FirstReadAt)
            return null;
        var points = reads.SelectMany(read => new[] { (At: read.FirstReadAt, read.Percent), (At: read.LastReadAt, read.Percent) });
        return string.Join(' ', points.Select(point => string.Create(
            CultureInfo.InvariantCulture, $"{X(point.At, window):0.##},{Height - 1 - point.Percent * (Height - 2) / 100:0.##}")));
    }

    private static decimal X(Instant at, Interval window) =>
        decimal.Clamp((decimal)((at - window.Start) / window.Duration) * Width, 0, Width);
}
