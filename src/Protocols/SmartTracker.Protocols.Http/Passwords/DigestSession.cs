using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace SmartTracker.Protocols.Http.Passwords;

/// <summary>Answers to one challenge, counted: a device may refuse a count that it has seen (RFC 7616 §3.4).</summary>
/// <param name="clientNonce">Ours; random where it is null.</param>
internal sealed class DigestSession(DigestChallenge challenge, string? clientNonce = null)
{
    private readonly string _clientNonce = clientNonce ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private int _count;

    /// <param name="target">Path and query as they are sent.</param>
    public AuthenticationHeaderValue Answer(string user, string password, string method, string target)
    {
        var count = (++_count).ToString("x8", CultureInfo.InvariantCulture);
        var secret = Hash($"{user}:{challenge.Realm}:{password}");
        if (challenge.IsSession)
            secret = Hash($"{secret}:{challenge.Nonce}:{_clientNonce}");
        var what = Hash($"{method}:{target}");
        var response = challenge.HasQop
            ? Hash($"{secret}:{challenge.Nonce}:{count}:{_clientNonce}:auth:{what}")
            : Hash($"{secret}:{challenge.Nonce}:{what}");

        var text = new StringBuilder($"username={Quoted(user)}, realm={Quoted(challenge.Realm)}, nonce={Quoted(challenge.Nonce)}, uri={Quoted(target)}, response=\"{response}\"");
        if (challenge.AlgorithmName is { } algorithm)
            text.Append(CultureInfo.InvariantCulture, $", algorithm={algorithm}");
        if (challenge.HasQop)
            text.Append(CultureInfo.InvariantCulture, $", qop=auth, nc={count}");
        if (challenge.HasQop || challenge.IsSession)
            text.Append(CultureInfo.InvariantCulture, $", cnonce=\"{_clientNonce}\"");
        if (challenge.Opaque is { } opaque)
            text.Append(CultureInfo.InvariantCulture, $", opaque={Quoted(opaque)}");
        return new AuthenticationHeaderValue("Digest", text.ToString());
    }

    private string Hash(string text) => Convert.ToHexStringLower(CryptographicOperations.HashData(challenge.Algorithm, Encoding.UTF8.GetBytes(text)));

    // What came quoted goes back quoted; a line break in it would be another header.
    private static string Quoted(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("") + "\"";
}
