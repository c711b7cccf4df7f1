namespace SmartTracker.Costing.Abstractions;

/// <summary>A quantity as stored: mm², nl, impressions or jobs.</summary>
internal readonly record struct MeasuredQuantity(Measure Measure, long Raw, string? InkChannel = null)
{
    /// <summary>In m², ml, impressions or jobs.</summary>
    public decimal Quantity { get; } = Measure is Measure.PageArea or Measure.MediaArea or Measure.Ink ? Millionths.Of(Raw) : Raw;

    public PriceStep At(Rate rate) =>
        new(StepKind.Usage, Measure, InkChannel, rate.MediaType, Quantity, rate.UnitPrice, Quantity * rate.UnitPrice, Raw);
}
