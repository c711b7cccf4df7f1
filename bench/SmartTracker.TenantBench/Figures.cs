namespace SmartTracker.TenantBench;

/// <summary>Many times of one kind, in milliseconds.</summary>
internal sealed class Times(double[] milliseconds)
{
    private readonly double[] _sorted = [.. milliseconds.Order()];

    public double Median => At(0.5);

    public double Worst => _sorted[^1];

    public double At(double share) => _sorted[Math.Min(_sorted.Length - 1, (int)(_sorted.Length * share))];

    public override string ToString() => $"p50 {Median:0.0} ms, p95 {At(0.95):0.0} ms, worst {Worst:0.0} ms";
}

/// <param name="Heap">Bytes that a tenant keeps on the managed heap.</param>
/// <param name="Rss">Bytes that a tenant adds to the process.</param>
internal sealed record ShellFigures(int Tenants, double Heap, double Rss, long TotalRss, Times Cold, Times Second, Times Warm)
{
    private const double Megabyte = 1024 * 1024;

    public const double MegabytesAllowed = 0.6;

    public const double ColdAllowed = 60;

    public bool Holds => Heap <= MegabytesAllowed * Megabyte && Cold.Median <= ColdAllowed;

    public override string ToString() => $"""
        {Tenants} tenants with every module of a customer
          heap per tenant      {Heap / Megabyte:0.000} MiB (at most {MegabytesAllowed})
          RSS per tenant       {Rss / Megabyte:0.000} MiB, {TotalRss / Megabyte:0} MiB in all
          first request        {Cold} (p50 at most {ColdAllowed} ms)
          second request       {Second}
          later requests       {Warm}; first ÷ later {Cold.Median / Warm.Median:0.0}
        """;
}

internal sealed record StartFigures(Times Host, Times Bare, double Ratio)
{
    public const double RatioAllowed = 2;

    public bool Holds => Ratio <= RatioAllowed;

    public override string ToString() => $"""
        Start until ready
          SmartTracker         {Host}
          bare Razor host      {Bare}
          ratio                {Ratio:0.00} (at most {RatioAllowed})
        """;
}

/// <param name="Ours">Answers per second.</param>
internal sealed record PageFigures(int Rows, double Ours, double Bare, double[] Ratios)
{
    public const double RatioWanted = 0.3;

    public bool Holds => Ratios[Ratios.Length / 2] >= RatioWanted;

    public override string ToString() => $"""
        A page of {Rows - 1} print jobs, signed in
          SmartTracker         {Ours:N0} per second
          bare Razor host      {Bare:N0} per second
          ratio                {Ratios[Ratios.Length / 2]:0.000}, worst {Ratios[0]:0.000} (at least {RatioWanted})
        """;
}
