using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SmartTracker.PrinterSimulator.Serving;

/// <summary>Self-signed RSA certificates, as printers have from the factory, in the form plans store: PKCS#12 without password, base64.</summary>
internal static class PrinterCertificates
{
    public static string Create(string serialNumber, TimeProvider clock)
    {
        using var key = RSA.Create(2048);
        return Signed(key, $"CN={serialNumber}", clock);
    }

    /// <summary>A new certificate for the same key.</summary>
    public static string Renew(string certificate, TimeProvider clock)
    {
        using var old = Load(certificate);
        using var key = old.GetRSAPrivateKey()!;
        return Signed(key, old.Subject, clock);
    }

    public static X509Certificate2 Load(string certificate) =>
        X509CertificateLoader.LoadPkcs12(Convert.FromBase64String(certificate), null, X509KeyStorageFlags.Exportable);

    private static string Signed(RSA key, string subject, TimeProvider clock)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        var now = clock.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(10));
        return Convert.ToBase64String(certificate.Export(X509ContentType.Pkcs12));
    }
}
