namespace SmartTracker.SweepBench;

/// <summary>Printers as they stand in offices: most answer soon, some late, some not at all. The same seed makes the same fleet in both processes.</summary>
internal sealed record Fleet(IReadOnlyList<FleetPrinter> Printers)
{
    public const int FirstPort = 20_000;

    /// <summary>What is waited for a dead one.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The tenant that owns most printers.</summary>
    public const string Big = "big";

    private const double DeadShare = 0.05;

    public static Fleet Of(int count)
    {
        var random = new Random(4711);
        return new Fleet([.. Enumerable.Range(0, count).Select(at => new FleetPrinter(FirstPort + at, random.NextDouble() < DeadShare ? null : Latency(random)))]);
    }

    /// <summary>Nine in ten printers are one tenant's, the others belong to tenants of ten. Sick, three in ten never answer and one in ten answers every
    /// question late, so that the conversation never ends by itself.</summary>
    public static Fleet OfTenants(int count, bool isSick)
    {
        var random = new Random(4712);
        return new Fleet([.. Enumerable.Range(0, count).Select(at =>
        {
            // Drawn for the healthy, too: a printer that stays healthy answers as fast in both fleets.
            var (latency, drawn) = (Latency(random), random.NextDouble());
            var illness = isSick ? drawn : 1;
            var tenant = at < count * 9 / 10 ? Big : $"small {at / 10}";
            return new FleetPrinter(FirstPort + at, illness < 0.3 ? null : latency) { Tenant = tenant, IsSlowLoris = illness is >= 0.3 and < 0.4 };
        })]);
    }

    /// <summary>No sweep with so many at once can be faster: all the waiting shared out evenly, or the slowest device.</summary>
    public TimeSpan Least(int concurrency)
    {
        var waits = Printers.Select(printer => printer.Latency ?? Patience).ToList();
        return TimeSpan.FromSeconds(Math.Max(waits.Sum(wait => wait.TotalSeconds) / concurrency, waits.Max().TotalSeconds));
    }

    /// <summary>Log-normal, 50 to 2,000 ms: half of them answer within 250 ms.</summary>
    private static TimeSpan Latency(Random random)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return TimeSpan.FromMilliseconds(Math.Clamp(250 * Math.Exp(0.8 * normal), 50, 2_000));
    }
}

/// <param name="Latency">Before the first answer of a visit; null never answers.</param>
internal sealed record FleetPrinter(int Port, TimeSpan? Latency)
{
    public string Tenant { get; init; } = "";

    /// <summary>Answers each question of a visit late, not only the first.</summary>
    public bool IsSlowLoris { get; init; }

    public bool IsHealthy => Latency is not null && !IsSlowLoris;
}
