using System.Globalization;
using SmartTracker.Abstractions.Quantities;

namespace SmartTracker.Billing.Abstractions;

/// <summary>A rate of value added tax in hundredths of a percent: 1900 is 19 %.</summary>
public readonly record struct VatRate
{
    /// <exception cref="ArgumentOutOfRangeException">Below 0 % or above 100 %.</exception>
    public VatRate(int basisPoints)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(basisPoints);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(basisPoints, 10_000);
        BasisPoints = basisPoints;
    }

    public int BasisPoints { get; }

    public decimal Fraction => BasisPoints / 10_000m;

    /// <summary>The tax on a net amount, rounded once to the currency.</summary>
    public Money TaxOn(Money net) => (net * Fraction).Rounded();

    /// <summary>Reads a percentage such as <c>19</c> or <c>8.1</c>: at most two decimals, 0 to 100.</summary>
    public static bool TryParse(string text, out VatRate rate)
    {
        rate = default;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) || percent is < 0 or > 100)
            return false;
        var basisPoints = percent * 100;
        if (basisPoints != decimal.Truncate(basisPoints))
            return false;
        rate = new VatRate((int)basisPoints);
        return true;
    }

    public override string ToString() => Fraction.ToString("0.##%", CultureInfo.InvariantCulture);
}
