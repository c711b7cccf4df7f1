using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SmartTracker.Agent.Server;

/// <summary>Whom the agent takes for its host: a valid certificate for the name, and the pinned public key where one is pinned.</summary>
/// <param name="host">Name or number in the host's address.</param>
public sealed class HostTrust(string? pin, string host, TimeProvider time)
{
    private volatile string? _refusal;

    /// <summary>Why the last certificate was not accepted; null where none was looked at since or it was.</summary>
    public string? Refusal => _refusal;

    /// <summary>Upper-case hexadecimal SHA-256 of a SubjectPublicKeyInfo; null for text that is none. Blanks and colons may stand in it.</summary>
    public static string? ParsePin(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var hex = text.Replace(" ", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal).ToUpperInvariant();
        return hex.Length == 2 * SHA256.HashSizeInBytes && hex.All(char.IsAsciiHexDigit) ? hex : null;
    }

    /// <summary>Another connection is begun.</summary>
    public void Forget() => _refusal = null;

    public bool Accepts(X509Certificate2? certificate, SslPolicyErrors errors)
    {
        _refusal = Fault(certificate, errors) is { } fault ? $"The host's certificate is not accepted: {fault}" : null;
        return _refusal is null;
    }

    public static string KeyOf(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return Convert.ToHexString(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));
    }

    /// <summary>Why an address is none that a key may be sent to; null where it is.</summary>
    public static string? Fault(Uri server)
    {
        ArgumentNullException.ThrowIfNull(server);
        if (!server.IsAbsoluteUri || server.UserInfo.Length > 0 || server.Query.Length > 0 || server.Fragment.Length > 0)
            return "Write the site's address as the browser shows it, such as https://tracker.example/nordplan.";
        if (server.Scheme == Uri.UriSchemeHttps)
            return null;
        return server.Scheme == Uri.UriSchemeHttp && IsLoopback(server)
            ? null
            : "The host is spoken to over https only: key and passwords go this way.";
    }

    /// <summary>For tests and demonstrations on one computer: nothing leaves it.</summary>
    public static bool IsUnencrypted(Uri server)
    {
        ArgumentNullException.ThrowIfNull(server);
        return server.Scheme == Uri.UriSchemeHttp;
    }

    private string? Fault(X509Certificate2? certificate, SslPolicyErrors errors)
    {
        if (certificate is null)
            return "it presented none.";
        if (certificate.NotAfter.ToUniversalTime() < time.GetUtcNow().UtcDateTime)
            return $"it expired on {Day(certificate.NotAfter)}.";
        if (certificate.NotBefore.ToUniversalTime() > time.GetUtcNow().UtcDateTime)
            return $"it is valid from {Day(certificate.NotBefore)} on. Is the clock of this computer right?";
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            return $"it is not for {host}. It names {PrintableText.Of(certificate.Subject)}.";
        if (errors != SslPolicyErrors.None)
            return $"this computer does not trust its authority ({PrintableText.Of(certificate.Issuer)}).";
        return pin is null || KeyOf(certificate) == pin
            ? null
            : $"its public key is not the pinned one. If it was changed on purpose, pin the new one ({KeyOf(certificate)}) in agent.json.";
    }

    private static string Day(DateTime at) => at.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // By number, not by name: what localhost means is somebody else's word.
    private static bool IsLoopback(Uri server) => IPAddress.TryParse(server.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);
}
