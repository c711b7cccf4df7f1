using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace SmartTracker.Shell.Setup;

/// <summary>The one-time tokens that open setup pages. They live in memory only: whoever can read what the program prints may set it up.</summary>
public sealed class SetupTokens(TimeProvider time)
{
    private const int WrongTries = 10;
    private const int Counters = 1024;

    /// <summary>How long a visitor with too many wrong tries has to wait at most.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, string> _tokens = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _gate = new();
    // A fixed number, so that nobody can fill the memory with addresses. Two visitors may share one; the token itself is beyond guessing.
    private readonly (int Wrong, long Since)[] _tries = new (int, long)[Counters];

    public string Of(string tenant) => _tokens.GetOrAdd(tenant, _ => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    /// <summary>The tenant is set up; its token opens nothing any more.</summary>
    public void Forget(string tenant) => _tokens.TryRemove(tenant, out _);

    public TokenCheck Check(string tenant, string? presented, string visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        if (string.IsNullOrEmpty(presented))
            return TokenCheck.Missing;
        lock (_gate)
        {
            ref var tries = ref _tries[(visitor.GetHashCode(StringComparison.Ordinal) & int.MaxValue) % Counters];
            if (tries.Wrong > 0 && time.GetElapsedTime(tries.Since) >= Pause)
                tries = default;
            if (tries.Wrong >= WrongTries)
                return TokenCheck.TooManyTries;
            if (Same(presented.Trim(), Of(tenant)))
                return TokenCheck.Right;
            tries = (tries.Wrong + 1, tries.Wrong == 0 ? time.GetTimestamp() : tries.Since);
            return TokenCheck.Wrong;
        }
    }

    // Of equal length by hashing, so that the comparison tells nothing of the length either.
    private static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(one)), SHA256.HashData(Encoding.UTF8.GetBytes(other)));
}

public enum TokenCheck
{
    Missing,
    Wrong,
    TooManyTries,
    Right,
}
