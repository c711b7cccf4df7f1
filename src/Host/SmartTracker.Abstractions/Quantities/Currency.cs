namespace SmartTracker.Abstractions.Quantities;

/// <summary>An ISO 4217 currency code (three upper-case letters) with the number of decimals its amounts are rounded to.</summary>
public readonly record struct Currency
{
    private static readonly Dictionary<string, int> ExceptionalDecimals = new(StringComparer.Ordinal)
    {
        ["BIF"] = 0,
        ["CLP"] = 0,
        ["DJF"] = 0,
        ["GNF"] = 0,
        ["ISK"] = 0,
        ["JPY"] = 0,
        ["KMF"] = 0,
        ["KRW"] = 0,
        ["PYG"] = 0,
        ["RWF"] = 0,
        ["UGX"] = 0,
        ["VND"] = 0,
        ["VUV"] = 0,
        ["XAF"] = 0,
        ["XOF"] = 0,
        ["XPF"] = 0,
        ["BHD"] = 3,
        ["IQD"] = 3,
        ["JOD"] = 3,
        ["KWD"] = 3,
        ["LYD"] = 3,
        ["OMR"] = 3,
        ["TND"] = 3,
    };

    private readonly string? _code;

    /// <exception cref="ArgumentException">The code is not three letters A to Z.</exception>
    public Currency(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length != 3 || !code.All(char.IsAsciiLetterUpper))
            throw new ArgumentException($"'{code}' is not an ISO 4217 currency code such as EUR.", nameof(code));
        _code = code;
    }

    public static Currency Euro { get; } = new("EUR");

    public string Code => _code ?? throw new InvalidOperationException("A currency was used before it was set.");

    public int Decimals => ExceptionalDecimals.GetValueOrDefault(Code, 2);

    public override string ToString() => Code;
}
