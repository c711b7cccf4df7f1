using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SmartTracker.PrinterReaders.Http;

/// <summary>Certificates of authorities as people paste them: PEM, one after the other.</summary>
public static class AuthorityBundle
{
    /// <summary>Empty where there is none, or the text is no PEM.</summary>
    public static IReadOnlyList<X509Certificate2> Read(string? pem)
    {
        if (string.IsNullOrWhiteSpace(pem))
            return [];
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPem(pem);
            return [.. certificates];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}
