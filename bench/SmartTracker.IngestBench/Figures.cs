namespace SmartTracker.IngestBench;

/// <summary>What one way of taking in jobs did in one repeat.</summary>
/// <param name="PeakRss">Most bytes that the host held meanwhile; null for the bare loop.</param>
/// <param name="HostSeconds">Processor time of the host.</param>
internal sealed record Run(int Rows, TimeSpan Time, long? PeakRss = null, double? HostSeconds = null)
{
    public double RowsPerSecond => Rows / Time.TotalSeconds;
}

/// <summary>One repeat: the same jobs through the API, the same again, and through a bare loop into the same tables.</summary>
internal sealed record Repeat(Run Bare, Run New, Run Again)
{
    public double NewRatio => New.RowsPerSecond / Bare.RowsPerSecond;

    public double AgainRatio => Again.RowsPerSecond / New.RowsPerSecond;

    public override string ToString() =>
        $"bare {Bare.RowsPerSecond,8:#,0} rows/s, new {New.RowsPerSecond,8:#,0} ({NewRatio:0.00}; host {New.HostSeconds:0.0} of {New.Time.TotalSeconds:0.0} s), again {Again.RowsPerSecond,8:#,0} ({AgainRatio:0.00} of new; host {Again.HostSeconds:0.0} of {Again.Time.TotalSeconds:0.0} s)";
}

internal sealed record IngestFigures(IReadOnlyList<Repeat> Repeats, IReadOnlyList<Run> Memory, double NewWanted)
{
    private const double AgainWanted = 2;

    public bool Holds => Median(run => run.NewRatio) >= NewWanted && Median(run => run.AgainRatio) >= AgainWanted;

    public override string ToString() => $"""
          bare loop            {Median(run => run.Bare.RowsPerSecond):#,0} rows/s
          new rows             {Median(run => run.New.RowsPerSecond):#,0} rows/s
          the same again       {Median(run => run.Again.RowsPerSecond):#,0} rows/s, none added
          new ÷ bare           {Median(run => run.NewRatio):0.00}, worst {Repeats.Min(run => run.NewRatio):0.00} (at least {NewWanted:0.0})
          again ÷ new          {Median(run => run.AgainRatio):0.00}, worst {Repeats.Min(run => run.AgainRatio):0.00} (at least {AgainWanted:0.0})
          peak RSS of the host {string.Join(", ", Memory.Select(run => $"{run.Rows:#,0} rows {run.PeakRss / (1024 * 1024)} MiB"))}; its heap was limited to {ServedHost.HeapLimit / (1024 * 1024)} MiB
        """;

    private double Median(Func<Repeat, double> figure) => Repeats.Select(figure).Order().ElementAt(Repeats.Count / 2);
}
