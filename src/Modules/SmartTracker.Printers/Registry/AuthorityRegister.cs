using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Localization;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.PrinterReaders.Http;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Registry;

/// <summary>The tenant's own certificate authorities.</summary>
public sealed class AuthorityRegister(ITenantDatabase database, AuthorityStore authorities, PrinterActor actor, TimeProvider time, IStringLocalizer<Texts> t)
{
    private const int LongestBundle = 200_000;

    /// <returns>What stands against it, or null where it is stored.</returns>
    public async Task<string?> AddAsync(string? pem, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        var fault = await AddToAsync(pem, cancellationToken);
        if (fault is null)
            await transaction.CommitAsync(cancellationToken);
        return fault;
    }

    /// <summary>Inside the caller's transaction.</summary>
    public async Task<string?> AddToAsync(string? pem, CancellationToken cancellationToken)
    {
        var found = pem?.Length > LongestBundle ? [] : AuthorityBundle.Read(pem);
        if (found.Count == 0)
            return t["There is no certificate in it. Paste it as PEM, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----."];
        if (found.FirstOrDefault(certificate => !IsAuthority(certificate)) is { } leaf)
            return t["{0} is the certificate of a device, not of an authority. Paste the authority that signed it.", leaf.Subject];

        var known = (await authorities.ListAsync(cancellationToken)).Select(authority => authority.Fingerprint).ToHashSet(StringComparer.Ordinal);
        foreach (var certificate in found.Where(certificate => known.Add(Fingerprint(certificate))))
        {
            authorities.Add(new TrustedAuthority
            {
                Id = Guid.CreateVersion7(),
                Pem = certificate.ExportCertificatePem(),
                Fingerprint = Fingerprint(certificate),
                Subject = certificate.Subject,
                NotAfter = Instant.FromDateTimeUtc(certificate.NotAfter.ToUniversalTime()),
                AddedAt = time.Now(),
                AddedBy = actor.Name ?? "",
            });
        }

        await authorities.SaveAsync(cancellationToken);
        return null;
    }

    /// <returns>False where there is no such authority.</returns>
    public async Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (await authorities.FindAsync(id, cancellationToken) is not { } authority)
            return false;
        authorities.Remove(authority);
        await authorities.SaveAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static bool IsAuthority(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509BasicConstraintsExtension>().FirstOrDefault() is { CertificateAuthority: true };

    private static string Fingerprint(X509Certificate2 certificate) => Convert.ToHexString(SHA256.HashData(certificate.RawData));
}
