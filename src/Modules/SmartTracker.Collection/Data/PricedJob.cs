using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Collection.Data;

/// <summary>A row of <see cref="IPrintJobPrices.CurrentPrices"/>.</summary>
public sealed class PricedJob
{
    public PrintJobId PrintJobId { get; set; }

    /// <summary>Null where the job is unrated.</summary>
    public long? Micros { get; set; }

    public required string Currency { get; set; }
}

/// <summary>A job beside its price; without one both figures are null.</summary>
public sealed class JobWithPrice
{
    public required PrintJobRow Job { get; set; }

    public long? Micros { get; set; }

    public string? Currency { get; set; }
}
