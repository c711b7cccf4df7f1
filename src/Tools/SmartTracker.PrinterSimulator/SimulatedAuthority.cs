using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SmartTracker.PrinterSimulator.Serving;

namespace SmartTracker.PrinterSimulator;

/// <summary>A certificate authority as a company has one. Its certificates come in the form plans store: PKCS#12 without password, base64.</summary>
public sealed class SimulatedAuthority : IDisposable
{
    private readonly X509Certificate2 _root;

    private SimulatedAuthority(X509Certificate2 root) => _root = root;

    /// <summary>Its own certificate, for those who trust it.</summary>
    public string Pem => _root.ExportCertificatePem();

    public static SimulatedAuthority Create(string name, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        var now = clock.GetUtcNow();
        return new SimulatedAuthority(request.CreateSelfSigned(now.AddYears(-1), now.AddYears(10)));
    }

    /// <param name="address">An IP address that the certificate names.</param>
    /// <param name="sameKeyAs">A certificate whose key is used again, or null for a new key.</param>
    public string Issue(string serialNumber, string address, DateTimeOffset notBefore, DateTimeOffset notAfter, string? sameKeyAs = null)
    {
        using var old = sameKeyAs is null ? null : PrinterCertificates.Load(sameKeyAs);
        using var key = old?.GetRSAPrivateKey() ?? RSA.Create(2048);
        var request = new CertificateRequest($"CN={serialNumber}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Parse(address));
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        using var signed = request.Create(_root, notBefore, notAfter, Guid.NewGuid().ToByteArray());
        using var whole = signed.CopyWithPrivateKey(key);
        return Convert.ToBase64String(whole.Export(X509ContentType.Pkcs12));
    }

    public void Dispose() => _root.Dispose();
}
