namespace SmartTracker.Costing.Abstractions;

/// <summary>A quantity as stored: mm², nl, impressions or jobs.</summary>
internal readonly record struct MeasuredQuantity(Measure Measure, long Raw, string? InkChannel = null)
{
    private const decimal SquareMillimetresPerSquareMetre = 1_000_000m;
    private const decimal NanolitresPerMillilitre = 1_000_000m;

    public decimal Quantity => Measure switch
    {
        Measure.PageArea or Measure.MediaArea => Raw / SquareMillimetresPerSquareMetre,
        Measure.Ink => Raw / NanolitresPerMillilitre,
        _ => Raw,
    };

    public PriceStep At(Rate rate) =>
        new(StepKind.Usage, Measure, InkChannel, rate.MediaType, Quantity, rate.UnitPrice, Quantity * rate.UnitPrice, Raw);
}
