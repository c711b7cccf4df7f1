using System.Security.Cryptography;
using System.Text;

namespace SmartTracker.Billing.Pdf;

/// <summary>The writer gives each file a random identifier (ISO 32000-1, 14.4). Ours is made from the content, so that the same invoice has the same bytes.</summary>
internal static class StableFileId
{
    private static readonly byte[] Key = "/ID"u8.ToArray();

    /// <summary>Rewrites the identifier in place; nothing moves, so the cross-reference table stays right.</summary>
    public static byte[] Apply(byte[] pdf)
    {
        var trailer = pdf.AsSpan().LastIndexOf("trailer"u8);
        var key = trailer < 0 ? -1 : pdf.AsSpan(trailer).IndexOf(Key);
        if (key < 0)
            throw new InvalidOperationException("The PDF has no trailer with a file identifier.");

        var digits = HexDigits(pdf, trailer + key);
        foreach (var digit in digits)
            pdf[digit] = (byte)'0';
        var id = Encoding.ASCII.GetBytes(Convert.ToHexString(SHA256.HashData(pdf)));
        for (var i = 0; i < digits.Count; i++)
            pdf[digits[i]] = id[i % 32];
        return pdf;
    }

    private static List<int> HexDigits(byte[] pdf, int start)
    {
        var digits = new List<int>();
        var inside = false;
        for (var i = start; pdf[i] != ']'; i++)
        {
            inside = pdf[i] switch { (byte)'<' => true, (byte)'>' => false, _ => inside };
            if (inside && char.IsAsciiHexDigit((char)pdf[i]))
                digits.Add(i);
        }

        return digits;
    }
}
