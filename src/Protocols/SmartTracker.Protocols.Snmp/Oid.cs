using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SmartTracker.Protocols.Snmp;

/// <summary>The name of an object (RFC 2578 §3.5): at most 128 numbers, ordered as agents order their tables. The default is empty.</summary>
public readonly struct Oid : IEquatable<Oid>, IComparable<Oid>
{
    public const int MostNumbers = 128;

    private readonly uint[]? _numbers;

    /// <exception cref="ArgumentException">More than 128 numbers.</exception>
    public Oid(params ReadOnlySpan<uint> numbers)
    {
        if (numbers.Length > MostNumbers)
            throw new ArgumentException($"{numbers.Length} numbers, more than {MostNumbers}.", nameof(numbers));
        _numbers = numbers.ToArray();
    }

    public ReadOnlySpan<uint> Numbers => _numbers;

    public int Length => _numbers?.Length ?? 0;

    public uint this[int index] => Numbers[index];

    /// <param name="text">With or without a dot in front.</param>
    /// <exception cref="FormatException">The text is no such name.</exception>
    public static Oid Parse(string text) => TryParse(text, out var oid) ? oid : throw new FormatException($"'{text}' is no object identifier.");

    public static bool TryParse([NotNullWhen(true)] string? text, out Oid oid)
    {
        oid = default;
        if (string.IsNullOrEmpty(text))
            return false;
        var parts = text.TrimStart('.').Split('.');
        if (parts.Length > MostNumbers)
            return false;
        var numbers = new uint[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!uint.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return false;
        }

        oid = new Oid(numbers);
        return true;
    }

    /// <exception cref="ArgumentException">The name grows beyond 128 numbers.</exception>
    public Oid Append(params ReadOnlySpan<uint> numbers) => new([.. Numbers, .. numbers]);

    public bool StartsWith(Oid prefix) => Numbers.StartsWith(prefix.Numbers);

    /// <summary>What stands behind the first numbers: the index of a table's row, where <paramref name="count"/> is the length of the column's name.</summary>
    public ReadOnlySpan<uint> After(int count) => count >= Length ? [] : Numbers[count..];

    public int CompareTo(Oid other) => Numbers.SequenceCompareTo(other.Numbers);

    public bool Equals(Oid other) => Numbers.SequenceEqual(other.Numbers);

    public override bool Equals(object? obj) => obj is Oid other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var number in Numbers)
            hash.Add(number);
        return hash.ToHashCode();
    }

    public override string ToString() => _numbers is null ? "" : string.Join('.', _numbers);

    public static bool operator ==(Oid left, Oid right) => left.Equals(right);

    public static bool operator !=(Oid left, Oid right) => !left.Equals(right);
}
