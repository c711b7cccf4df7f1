namespace SmartTracker.PrinterSimulator.Plan;

/// <summary>What a printer had before its first job, and what it did by itself since. What it holds now follows from that and its jobs.</summary>
public sealed record StatePlan
{
    public required IReadOnlyList<InkPlan> Inks { get; init; }

    public required IReadOnlyList<RollPlan> Rolls { get; init; }

    public required long ImpressionsBefore { get; init; }

    /// <summary>In order of time; none of it stands in a job list.</summary>
    public required IReadOnlyList<InternalUse> Internal { get; init; }
}

/// <summary>An ink supply; when it is empty, somebody puts in the same again.</summary>
/// <param name="Channel">As jobs name it.</param>
/// <param name="Color">As the ink system names it.</param>
/// <param name="UsedBefore">Cubic centimetres through the slot before the first job, of which the last supply gave the rest over whole ones.</param>
public sealed record InkPlan(string Channel, string Color, string OrderNumber, string PartNumber, string SerialNumber, decimal CubicCentimetres, decimal UsedBefore);

/// <summary>A roll; when it is used up, somebody puts in the same again.</summary>
/// <param name="Source">As jobs name it.</param>
/// <param name="LengthInches">Of a full roll.</param>
/// <param name="UsedBefore">Inches of the roll that was loaded before the first job.</param>
public sealed record RollPlan(string Source, string MediaId, string MediaName, decimal WidthInches, decimal LengthInches, decimal UsedBefore);

/// <summary>A cleaning of the printheads, or a test page: counted by the device, asked for by nobody.</summary>
/// <param name="CubicCentimetres">Of each ink.</param>
/// <param name="LinearInches">Of the first roll.</param>
public sealed record InternalUse(DateTimeOffset At, int Impressions, decimal CubicCentimetres, decimal LinearInches);
