using System.Security.Cryptography;
using System.Text;

namespace SmartTracker.Users.SignIn;

/// <summary>A name as somebody typed it, to be counted by. People type their password into the wrong field, so only its hash is kept.</summary>
internal static class TypedName
{
    public static string Digest(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name.ToUpperInvariant())))[..32];
}
