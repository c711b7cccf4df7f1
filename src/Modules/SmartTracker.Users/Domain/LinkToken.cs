using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SmartTracker.Users.Domain;

/// <summary>The secret of a one-time link: 256 random bits as it stands in the address. It has no text form but <see cref="Value"/>, so that no log shows it by accident.</summary>
public readonly struct LinkToken
{
    private LinkToken(string value) => Value = value;

    public string Value { get; }

    /// <summary>What is stored: SHA-256 in hexadecimal. The secret is random, so a plain hash cannot be searched backwards.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Value)));

    public static LinkToken New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    public static LinkToken Of(string text) => new(text);

    public override string ToString() => "(secret)";
}
