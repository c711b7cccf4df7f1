namespace SmartTracker.Abstractions.Quantities;

/// <summary>A volume of ink in whole nanolitres.</summary>
public readonly record struct InkVolume(long Nanolitres)
{
    public decimal Millilitres => Nanolitres / 1_000_000m;

    public static InkVolume operator +(InkVolume left, InkVolume right) => new(left.Nanolitres + right.Nanolitres);
}
