using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Security.Cryptography;

namespace SmartTracker.Abstractions.Security;

/// <summary>A kind of keys for programs, told from others by its prefix. All look alike: the prefix, a public id of 8 characters, a secret of 32 (190
/// random bits), a check of 6; digits and letters only, so that a double click selects all of it. The check tells a mistyped key from an unknown one
/// without asking the database. Keys are in other people's hands for years: the shape never changes.</summary>
/// <param name="Prefix">Such as <c>st_</c>.</param>
/// <param name="ChecksPrefix">Whether the check covers the prefix too, so that a key is not another kind's with other first letters.</param>
public sealed record KeyKind(string Prefix, bool ChecksPrefix)
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    internal const int IdLength = 8;
    private const int SecretLength = 32;
    private const int CheckLength = 6;
    private static readonly SearchValues<char> Allowed = SearchValues.Create(Alphabet);

    public KeyText New()
    {
        var text = Prefix + RandomNumberGenerator.GetString(Alphabet, IdLength + SecretLength);
        return new KeyText(this, text + Check(text));
    }

    public bool TryParse(string? text, [NotNullWhen(true)] out KeyText? key)
    {
        key = null;
        if (text is null || text.Length != Prefix.Length + IdLength + SecretLength + CheckLength || !text.StartsWith(Prefix, StringComparison.Ordinal))
            return false;
        if (text.AsSpan(Prefix.Length).ContainsAnyExcept(Allowed) || Check(text[..^CheckLength]) != text[^CheckLength..])
            return false;
        key = new KeyText(this, text);
        return true;
    }

    private string Check(string body)
    {
        var sum = uint.MaxValue;
        foreach (var character in body.AsSpan(ChecksPrefix ? 0 : Prefix.Length))
            sum = BitOperations.Crc32C(sum, (byte)character);

        Span<char> digits = stackalloc char[CheckLength];
        for (var i = CheckLength - 1; i >= 0; i--)
        {
            digits[i] = Alphabet[(int)(sum % (uint)Alphabet.Length)];
            sum /= (uint)Alphabet.Length;
        }

        return new string(digits);
    }
}
