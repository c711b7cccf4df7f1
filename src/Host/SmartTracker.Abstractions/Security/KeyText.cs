using System.Security.Cryptography;
using System.Text;

namespace SmartTracker.Abstractions.Security;

/// <summary>A program's key or one-time token as its holder has it; made and read by its <see cref="KeyKind"/>.</summary>
public sealed class KeyText
{
    internal KeyText(KeyKind kind, string text) => (Kind, Text) = (kind, text);

    public KeyKind Kind { get; }

    /// <summary>All of it: a secret.</summary>
    public string Text { get; }

    /// <summary>Names it where it may be seen.</summary>
    public string PublicId => Text.Substring(Kind.Prefix.Length, KeyKind.IdLength);

    /// <summary>SHA-256. A slow hash would add nothing: nobody guesses 190 bits.</summary>
    public byte[] Hash() => SHA256.HashData(Encoding.ASCII.GetBytes(Text));

    /// <summary>Whether this is the key that a hash was kept of.</summary>
    public bool Matches(byte[] hash) => CryptographicOperations.FixedTimeEquals(hash, Hash());

    // Never in a log by accident.
    public override string ToString() => Kind.Prefix + PublicId + "…";
}
