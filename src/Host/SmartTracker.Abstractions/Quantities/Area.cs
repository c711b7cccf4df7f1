namespace SmartTracker.Abstractions.Quantities;

/// <summary>An area in whole square millimetres.</summary>
public readonly record struct Area(long SquareMillimetres)
{
    public const long SquareMillimetresPerSquareMetre = 1_000_000;

    public decimal SquareMetres => (decimal)SquareMillimetres / SquareMillimetresPerSquareMetre;

    /// <summary>Width times length, rounded half away from zero to a whole square millimetre.</summary>
    public static Area Of(Length width, Length length) =>
        new((long)Money.Round((decimal)width.Micrometres * length.Micrometres / 1_000_000m, 0));

    public static Area operator +(Area left, Area right) => new(left.SquareMillimetres + right.SquareMillimetres);
}
