using System.Net.Security;
using System.Runtime.Versioning;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace SmartTracker.Protocols.Http;

/// <summary>Trust by pinned public key: printers sign their own certificates, and names and dates in them mean nothing, unless the caller asks for
/// an authority besides.</summary>
internal sealed class DeviceTls(DeviceConnection connection)
{
    /// <summary>The last one presented, whether accepted or not.</summary>
    public DeviceCertificate? Presented { get; private set; }

    public bool KeyChanged { get; private set; }

    /// <summary>What stands against the certificate where an authority is asked for, or null.</summary>
    public CertificateFault? Refused { get; private set; }

    public SslClientAuthenticationOptions Options()
    {
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = connection.Address.IdnHost,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
            // Authorities in the certificate are the printer's claim: nothing is fetched from where it says.
            CertificateChainPolicy = new X509ChainPolicy { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck },
            RemoteCertificateValidationCallback = Accepts,
        };
        if (connection.AllowLegacyTls && (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS()))
            options.CipherSuitesPolicy = LegacyCiphers();
        return options;
    }

    private bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is not X509Certificate2 presented)
            return false;

        Presented = DeviceCertificate.Of(presented, errors == SslPolicyErrors.None);
        KeyChanged = connection.PinnedKey is { } pinned && !string.Equals(pinned, Presented.Key, StringComparison.OrdinalIgnoreCase);
        Refused = KeyChanged ? null : connection.Authorities?.FaultOf(presented, chain, errors);
        return !KeyChanged && Refused is null;
    }

    [SupportedOSPlatform("linux")]
    [SupportedOSPlatform("macos")]
    private static CipherSuitesPolicy LegacyCiphers() => new(
    [
        TlsCipherSuite.TLS_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA,
        TlsCipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_RSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA256,
        TlsCipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA,
        TlsCipherSuite.TLS_RSA_WITH_AES_256_CBC_SHA,
    ]);
}
