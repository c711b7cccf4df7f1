namespace SmartTracker.PrinterSimulator.Generation;

/// <summary>Repeatable random numbers: .NET keeps the sequence of a seeded <see cref="Random"/> the same over versions.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Both ends included.</summary>
    public int Between(int low, int high) => _random.Next(low, high + 1);

    public T Pick<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];

    public decimal Fraction() => _random.Next(0, 1_000_000) / 1_000_000m;

    public Guid Guid()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }

    public string Letters(int count) =>
        string.Concat(Enumerable.Range(0, count).Select(_ => (char)('A' + _random.Next(26))));
}
