namespace SmartTracker.Abstractions.Quantities;

/// <summary>An amount in one currency. Adds only to its own currency; every rounding is half away from zero.</summary>
public readonly record struct Money(decimal Amount, Currency Currency) : IComparable<Money>
{
    /// <summary>How many micro-units one unit of currency has; databases store amounts as whole micro-units.</summary>
    public const long MicrosPerUnit = 1_000_000;

    public static Money Zero(Currency currency) => new(0m, currency);

    public static Money FromMicros(long micros, Currency currency) => new((decimal)micros / MicrosPerUnit, currency);

    /// <summary>The amount in whole micro-units, rounded half away from zero.</summary>
    /// <exception cref="OverflowException">Above about 9.2 trillion units.</exception>
    public long Micros => (long)Round(Amount * MicrosPerUnit, 0);

    /// <summary>Rounded to the decimals of its currency.</summary>
    public Money Rounded() => this with { Amount = Round(Amount, Currency.Decimals) };

    /// <summary>Rounded to whole micro-units: what a rated job is worth, once and for all.</summary>
    public Money RoundedToMicros() => this with { Amount = Round(Amount, 6) };

    /// <summary>The one rounding of the whole system: half away from zero.</summary>
    public static decimal Round(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>Splits an amount that is whole in its currency's smallest unit over weights, to the last unit (largest remainder, ties by order).
    /// A negative amount mirrors the split of its absolute value, so a credit note mirrors its invoice.</summary>
    /// <exception cref="ArgumentException">No weight, a negative weight, or weights that sum to zero.</exception>
    public Money[] Allocate(IReadOnlyList<decimal> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Count == 0 || weights.Any(weight => weight < 0) || weights.Sum() == 0)
            throw new ArgumentException("Weights must be zero or more and not all zero.", nameof(weights));

        var currency = Currency;
        var unit = 1m;
        for (var i = 0; i < currency.Decimals; i++)
            unit /= 10;

        var total = Math.Abs(Amount) / unit;
        if (total != decimal.Truncate(total))
            throw new InvalidOperationException($"{Amount} {currency} is finer than the smallest unit; round it before it is split.");

        var weightSum = weights.Sum();
        var exact = weights.Select(weight => total * weight / weightSum).ToArray();
        var shares = exact.Select(decimal.Floor).ToArray();
        var missing = (int)(total - shares.Sum());
        foreach (var index in Enumerable.Range(0, shares.Length).OrderByDescending(i => exact[i] - shares[i]).Take(missing))
            shares[index]++;

        var sign = Math.Sign(Amount);
        return [.. shares.Select(share => new Money(sign * share * unit, currency))];
    }

    public int CompareTo(Money other) => Amount.CompareTo(SameCurrency(other).Amount);

    public static Money operator +(Money left, Money right) => left with { Amount = left.Amount + left.SameCurrency(right).Amount };

    public static Money operator -(Money left, Money right) => left with { Amount = left.Amount - left.SameCurrency(right).Amount };

    public static Money operator -(Money value) => value with { Amount = -value.Amount };

    public static Money operator *(Money left, decimal factor) => left with { Amount = left.Amount * factor };

    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Amount} {Currency}");

    private Money SameCurrency(Money other) => other.Currency == Currency
        ? other
        : throw new InvalidOperationException($"{other} cannot be combined with an amount in {Currency}.");
}
