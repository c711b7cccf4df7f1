using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace SmartTracker.Protocols.Http.Passwords;

/// <summary>What a device wants hashed (RFC 7616 §3.3).</summary>
/// <param name="AlgorithmName">As the device wrote it, or null where it wrote none and MD5 is meant.</param>
/// <param name="IsSession">The <c>-sess</c> variant of the algorithm.</param>
/// <param name="HasQop">False for a device from before RFC 2617.</param>
/// <param name="IsStale">The password was right, only the nonce had run out.</param>
internal sealed record DigestChallenge(
    string Realm, string Nonce, string? Opaque, HashAlgorithmName Algorithm, string? AlgorithmName, bool IsSession, bool HasQop, bool IsStale)
{
    /// <summary>The strongest one that we can answer, or null.</summary>
    public static DigestChallenge? Strongest(IEnumerable<AuthenticationHeaderValue> challenges) => challenges
        .Where(challenge => challenge.Scheme.Equals("Digest", StringComparison.OrdinalIgnoreCase))
        .Select(challenge => Of(ChallengeParameters.Parse(challenge.Parameter)))
        .OfType<DigestChallenge>()
        .OrderByDescending(challenge => challenge.Algorithm == HashAlgorithmName.SHA256)
        .FirstOrDefault();

    private static DigestChallenge? Of(Dictionary<string, string> parameters)
    {
        if (!parameters.TryGetValue("realm", out var realm) || !parameters.TryGetValue("nonce", out var nonce))
            return null;
        var qop = parameters.GetValueOrDefault("qop");
        // auth-int alone would need the body hashed, which no printer was seen to ask for.
        if (qop is not null && !qop.Split(',').Any(word => word.Trim().Equals("auth", StringComparison.OrdinalIgnoreCase)))
            return null;

        var name = parameters.GetValueOrDefault("algorithm");
        var isSession = name?.EndsWith("-sess", StringComparison.OrdinalIgnoreCase) == true;
        HashAlgorithmName? algorithm = (isSession ? name![..^"-sess".Length] : name)?.ToUpperInvariant() switch
        {
            null or "MD5" => HashAlgorithmName.MD5,
            "SHA-256" => HashAlgorithmName.SHA256,
            _ => null,
        };
        return algorithm is { } known
            ? new DigestChallenge(
                realm, nonce, parameters.GetValueOrDefault("opaque"), known, name, isSession, qop is not null,
                parameters.GetValueOrDefault("stale")?.Equals("true", StringComparison.OrdinalIgnoreCase) == true)
            : null;
    }
}
