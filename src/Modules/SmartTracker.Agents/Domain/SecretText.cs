using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace SmartTracker.Agents.Domain;

/// <summary>An agent's key (<c>sta_…</c>) or one-time token (<c>ste_…</c>) as its holder has it: a public id of 8 characters, a secret of 32 (190
/// random bits), a check of 6; digits and letters only. The check tells a mistyped one from an unknown one without asking the database.</summary>
public sealed class SecretText
{
    public const string KeyPrefix = "sta_";
    public const string TokenPrefix = "ste_";
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int IdLength = 8;
    private const int SecretLength = 32;
    private const int CheckLength = 6;
    private static readonly SearchValues<char> Allowed = SearchValues.Create(Alphabet);

    private SecretText(string text) => Text = text;

    /// <summary>All of it: a secret.</summary>
    public string Text { get; }

    /// <summary>Names it where it may be seen.</summary>
    public string PublicId => Text.Substring(KeyPrefix.Length, IdLength);

    public static SecretText New(string prefix)
    {
        var body = prefix + RandomNumberGenerator.GetString(Alphabet, IdLength + SecretLength);
        return new SecretText(body + Check(body));
    }

    public static bool TryParse(string? text, string prefix, [NotNullWhen(true)] out SecretText? secret)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        secret = null;
        if (text is null || text.Length != prefix.Length + IdLength + SecretLength + CheckLength || !text.StartsWith(prefix, StringComparison.Ordinal))
            return false;
        if (text.AsSpan(prefix.Length).ContainsAnyExcept(Allowed) || Check(text[..^CheckLength]) != text[^CheckLength..])
            return false;
        secret = new SecretText(text);
        return true;
    }

    /// <summary>SHA-256. A slow hash would add nothing: nobody guesses 190 bits.</summary>
    public byte[] Hash() => SHA256.HashData(Encoding.ASCII.GetBytes(Text));

    public bool Matches(byte[] hash) => CryptographicOperations.FixedTimeEquals(hash, Hash());

    // Never in a log by accident.
    public override string ToString() => Text[..(KeyPrefix.Length + IdLength)] + "…";

    // Over the prefix too, so that a token is no key.
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
