using System.Buffers.Binary;
using Microsoft.AspNetCore.Cryptography.KeyDerivation;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace SmartTracker.Users.SignIn;

/// <summary>A hash that no password has. Checking against it takes as long as checking a user's, so that time does not tell who exists.</summary>
public sealed class DecoyPassword(IOptions<PasswordHasherOptions> options)
{
    public string Hash { get; } = Build(options.Value.IterationCount);

    // Identity's format 3: marker, PRF, iterations, salt length (each big-endian), 16 bytes of salt, 32 bytes of key.
    private static string Build(int iterations)
    {
        var bytes = new byte[13 + 16 + 32];
        bytes[0] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(1), (uint)KeyDerivationPrf.HMACSHA512);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(5), (uint)iterations);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(9), 16);
        return Convert.ToBase64String(bytes);
    }
}
