using System.Buffers.Binary;
using Microsoft.AspNetCore.Cryptography.KeyDerivation;

namespace SmartTracker.Users.SignIn;

/// <summary>A hash that no password has. Checking against it takes as long as checking a user's, so that time does not tell who exists.</summary>
internal static class DecoyPassword
{
    /// <summary>OWASP's figure for PBKDF2 with HMAC-SHA-512.</summary>
    public const int Iterations = 210_000;

    public static readonly string Hash = Build();

    // Identity's format 3: marker, PRF, iterations, salt length (each big-endian), 16 bytes of salt, 32 bytes of key.
    private static string Build()
    {
        var bytes = new byte[13 + 16 + 32];
        bytes[0] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(1), (uint)KeyDerivationPrf.HMACSHA512);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(5), Iterations);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(9), 16);
        return Convert.ToBase64String(bytes);
    }
}
