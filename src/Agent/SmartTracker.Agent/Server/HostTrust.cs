using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SmartTracker.Agent.Server;

/// <summary>Whom the agent takes for its host: a valid certificate for the name, and the pinned public key where one is pinned.</summary>
public sealed class HostTrust(string? pin)
{
    /// <summary>Upper-case hexadecimal SHA-256 of a SubjectPublicKeyInfo; null for text that is none. Blanks and colons may stand in it.</summary>
    public static string? ParsePin(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var hex = text.Replace(" ", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal).ToUpperInvariant();
        return hex.Length == 2 * SHA256.HashSizeInBytes && hex.All(char.IsAsciiHexDigit) ? hex : null;
    }

    public bool Accepts(X509Certificate2? certificate, SslPolicyErrors errors) =>
        certificate is not null && errors == SslPolicyErrors.None && (pin is null || KeyOf(certificate) == pin);

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

    // By number, not by name: what localhost means is somebody else's word.
    private static bool IsLoopback(Uri server) => IPAddress.TryParse(server.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);
}
