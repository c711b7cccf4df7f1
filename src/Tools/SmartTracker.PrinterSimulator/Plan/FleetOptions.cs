namespace SmartTracker.PrinterSimulator.Plan;

/// <summary>What a generated fleet should look like.</summary>
public sealed record FleetOptions
{
    /// <summary>Any day in the month whose jobs all have complete figures.</summary>
    public required DateOnly BilledMonth { get; init; }

    /// <summary>The fleet's "now": the month of this instant holds a few jobs up to it, exactly one of them without figures.</summary>
    public required DateTimeOffset GeneratedAt { get; init; }

    /// <summary>Where the people work; months and working hours are theirs.</summary>
    public required TimeZoneInfo Zone { get; init; }

    public required IReadOnlyList<PrinterSpecification> Printers { get; init; }
}

/// <summary>One printer to generate.</summary>
/// <param name="Group">Whose printer it is, such as a tenant's name.</param>
/// <param name="MaximumRollMillimetres">610, 914 or 1067: only rolls up to it are loaded.</param>
public sealed record PrinterSpecification(
    string Group, string Name, string Model, Trade Trade, int MaximumRollMillimetres, int JobsInBilledMonth, int JobsInCurrentMonth)
{
    /// <summary>Speaks IPP instead of PIWS.</summary>
    public bool SpeaksIpp { get; init; }
}

/// <summary>Decides names, sizes and copies.</summary>
public enum Trade
{
    Architects,
    Reprographics,
}
