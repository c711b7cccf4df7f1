using System.Diagnostics;

namespace SmartTracker.ComputeBench;

/// <summary>The same work done by us and by the least that could do it, by turns in one process.</summary>
/// <param name="Ratios">Our speed divided by the limit's, one per round; 1 is as fast as the limit.</param>
internal sealed record Comparison(string Name, string Unit, double[] Ours, double[] Limit, double[] Ratios, double Goal)
{
    private const int Rounds = 7;

    public bool Holds => Median(Ratios) >= Goal;

    /// <param name="amount">How much one run does, in units.</param>
    public static Comparison Of(string name, string unit, double amount, double goal, Action ours, Action limit)
    {
        // Compiles both, and lets the runtime replace what it compiled in haste.
        for (var i = 0; i < 4; i++)
        {
            ours();
            limit();
        }

        var (fast, least) = (new double[Rounds], new double[Rounds]);
        for (var i = 0; i < Rounds; i++)
            (least[i], fast[i]) = (amount / Seconds(limit), amount / Seconds(ours));
        return new Comparison(name, unit, fast, least, [.. fast.Zip(least, (one, other) => one / other)], goal);
    }

    public override string ToString() => $"""
        {Name}
          SmartTracker   {Median(Ours):N0} {Unit}
          limit          {Median(Limit):N0} {Unit}
          ratio          {Median(Ratios):0.000}, worst {Ratios.Min():0.000} (at least {Goal})
        """;

    private static double Seconds(Action work)
    {
        GC.Collect();
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
