using System.Diagnostics;

namespace SmartTracker.ComputeBench;

/// <summary>The same work done by us and by the least that could do it, by turns in one process.</summary>
/// <param name="Ratios">Our speed divided by the limit's, one per round; 1 is as fast as the limit.</param>
internal sealed record Comparison(string Name, string Unit, double[] Ours, double[] Limit, double[] Ratios, double Goal)
{
    private const double Mebibyte = 1024 * 1024;

    /// <summary>What our heap grew by at most, where that is limited.</summary>
    public long? ExtraHeap { get; init; }

    /// <summary>In bytes.</summary>
    public long MostHeap { get; init; } = long.MaxValue;

    public bool Holds => Median(Ratios) >= Goal && (ExtraHeap ?? 0) <= MostHeap;

    /// <param name="amount">How much one run does, in units.</param>
    /// <param name="warm">Runs before it counts, in which the runtime compiles both and replaces what it compiled in haste.</param>
    public static Comparison Of(string name, string unit, double amount, double goal, Action ours, Action limit, int rounds = 7, int warm = 4)
    {
        for (var i = 0; i < warm; i++)
        {
            ours();
            limit();
        }

        var (fast, least) = (new double[rounds], new double[rounds]);
        for (var i = 0; i < rounds; i++)
            (least[i], fast[i]) = (amount / Seconds(limit), amount / Seconds(ours));
        return new Comparison(name, unit, fast, least, [.. fast.Zip(least, (one, other) => one / other)], goal);
    }

    public override string ToString() => $"""
        {Name}
          SmartTracker   {Median(Ours):N0} {Unit}
          limit          {Median(Limit):N0} {Unit}
          ratio          {Median(Ratios):0.000}, worst {Ratios.Min():0.000} (at least {Goal})
        """ + (ExtraHeap is { } heap ? $"\n  extra heap     {heap / Mebibyte:0.0} MiB (at most {MostHeap / Mebibyte:0})" : "");

    private static double Seconds(Action work)
    {
        GC.Collect();
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
