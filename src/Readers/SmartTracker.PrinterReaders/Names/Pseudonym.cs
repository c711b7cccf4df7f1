using System.Security.Cryptography;
using System.Text;

namespace SmartTracker.PrinterReaders.Names;

/// <summary><c>P-7K3QH-1ZB9X-0M4TC-5DWRE</c>: 80 bits of HMAC-SHA256 over the kind and the plain spelling of a name, and 20 bits that tell a pseudonym from
/// a name. Those need no key, so that pseudonyms made with an earlier key stay as they are: who writes one as a user name says no more than it says.</summary>
public static class Pseudonym
{
    public const int KeyLength = 32;

    // Crockford's: none of them is mistaken for another when it is read out.
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int BitsPerDigit = 5;
    private const int NameDigits = 16;
    private const int CheckDigits = 4;
    private const int GroupLength = 5;
    private const string Begin = "P-";

    private static readonly int Length = Begin.Length + NameDigits + CheckDigits + ((NameDigits + CheckDigits) / GroupLength) - 1;

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);

    public static string Of(byte[] key, NameKind kind, string name)
    {
        byte[] said = [(byte)kind, .. Encoding.UTF8.GetBytes(NameSpelling.Plain(name))];
        var digits = Text(HMACSHA256.HashData(key, said), NameDigits);
        return Begin + string.Join('-', (digits + Check(digits)).Chunk(GroupLength).Select(group => new string(group)));
    }

    public static bool Is(string? text)
    {
        if (text is null || text.Length != Length || !text.StartsWith(Begin, StringComparison.Ordinal))
            return false;
        var digits = text[Begin.Length..].Replace("-", "", StringComparison.Ordinal);
        return digits.Length == NameDigits + CheckDigits && Check(digits[..NameDigits]) == digits[NameDigits..];
    }

    private static string Check(string digits) => Text(SHA256.HashData(Encoding.ASCII.GetBytes(Begin + digits)), CheckDigits);

    private static string Text(ReadOnlySpan<byte> bits, int count)
    {
        var text = new StringBuilder(count);
        var (held, value, at) = (0, 0, 0);
        while (text.Length < count)
        {
            if (held < BitsPerDigit)
                (value, held) = ((value << 8) | bits[at++], held + 8);
            held -= BitsPerDigit;
            text.Append(Digits[(value >> held) & (Digits.Length - 1)]);
            value &= (1 << held) - 1;
        }

        return text.ToString();
    }
}
