using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace SmartTracker.Api.Domain;

/// <summary>A key as its holder has it: <c>st_</c>, a public id of 8 characters, a secret of 32 (190 random bits), a check of 6; digits and letters
/// only, so that a double click selects all of it. The check tells a mistyped key from an unknown one without asking the database.</summary>
public sealed class ApiKeyText
{
    public const string Prefix = "st_";
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static readonly SearchValues<char> Allowed = SearchValues.Create(Alphabet);
    private const int IdLength = 8;
    private const int SecretLength = 32;
    private const int CheckLength = 6;
    private const int BodyLength = IdLength + SecretLength;

    private ApiKeyText(string text) => Text = text;

    /// <summary>The whole key: a secret.</summary>
    public string Text { get; }

    /// <summary>Names the key where it may be seen.</summary>
    public string PublicId => Text.Substring(Prefix.Length, IdLength);

    /// <summary>SHA-256. A slow hash would add nothing: nobody guesses 190 bits.</summary>
    public byte[] Hash() => SHA256.HashData(Encoding.ASCII.GetBytes(Text));

    public static ApiKeyText New()
    {
        var body = RandomNumberGenerator.GetString(Alphabet, BodyLength);
        return new ApiKeyText(Prefix + body + Check(body));
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out ApiKeyText? key)
    {
        key = null;
        if (text is null || text.Length != Prefix.Length + BodyLength + CheckLength || !text.StartsWith(Prefix, StringComparison.Ordinal))
            return false;
        var body = text.Substring(Prefix.Length, BodyLength);
        if (body.AsSpan().ContainsAnyExcept(Allowed) || Check(body) != text[^CheckLength..])
            return false;
        key = new ApiKeyText(text);
        return true;
    }

    // Never in a log by accident.
    public override string ToString() => Prefix + PublicId + "…";

    private static string Check(string body)
    {
        var sum = uint.MaxValue;
        foreach (var character in body)
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
