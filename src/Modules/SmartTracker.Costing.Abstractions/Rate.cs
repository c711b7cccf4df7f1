using SmartTracker.Abstractions.Quantities;

namespace SmartTracker.Costing.Abstractions;

/// <summary>One price of a price list.</summary>
/// <param name="UnitPrice">Per m², ml, impression or job; zero or more, at most six decimals.</param>
/// <param name="InkChannel">Only for <see cref="Measure.Ink"/>: C, M, Y, K … as the device names it; null is all ink.</param>
/// <param name="MediaType">As the device names it; null is every media.</param>
public sealed record Rate(Measure Measure, decimal UnitPrice, string? InkChannel = null, string? MediaType = null)
{
    public const int Decimals = 6;

    /// <summary>Far above any price in any currency, low enough that no amount overflows.</summary>
    public const decimal HighestUnitPrice = 1_000_000m;

    public decimal UnitPrice { get; } = IsPrice(UnitPrice)
        ? UnitPrice
        : throw new ArgumentOutOfRangeException(nameof(UnitPrice), UnitPrice, "A unit price is 0 to 1,000,000 with at most six decimals.");

    public string? InkChannel { get; } = InkChannel is null || Measure == Measure.Ink
        ? Name(InkChannel)
        : throw new ArgumentException("Only a rate for ink has an ink channel.", nameof(InkChannel));

    public string? MediaType { get; } = Name(MediaType);

    public static bool IsPrice(decimal value) => value is >= 0 and <= HighestUnitPrice && Money.Round(value, Decimals) == value;

    /// <summary>Whether both rates would price the same thing.</summary>
    public bool IsForTheSameAs(Rate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Measure == other.Measure && Same(InkChannel, other.InkChannel) && Same(MediaType, other.MediaType);
    }

    internal bool Matches(string? inkChannel, string? mediaType) =>
        (InkChannel is null || Same(InkChannel, inkChannel)) && (MediaType is null || Same(MediaType, mediaType));

    /// <summary>Channel and media before channel before media before neither.</summary>
    internal int Specificity => (InkChannel is null ? 0 : 2) + (MediaType is null ? 0 : 1);

    private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static string? Name(string? name) => string.IsNullOrWhiteSpace(name) ? null : name.Trim();
}
