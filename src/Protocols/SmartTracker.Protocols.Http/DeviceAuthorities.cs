using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace SmartTracker.Protocols.Http;

/// <summary>Who may have signed a printer's certificate: the authorities of this computer, and these.</summary>
/// <param name="Own">Roots that are trusted besides those of this computer.</param>
public sealed record DeviceAuthorities(IReadOnlyList<X509Certificate2> Own)
{
    /// <summary>Null where the certificate is in force, names the host and is signed by one of them.</summary>
    internal CertificateFault? FaultOf(X509Certificate2 certificate, X509Chain? presentedChain, SslPolicyErrors errors)
    {
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            return CertificateFault.OtherName;
        if (errors == SslPolicyErrors.None)
            return null;

        using var chain = new X509Chain();
        // Authorities in the certificate are the printer's claim: nothing is fetched from where it says.
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        foreach (var root in Own)
            chain.ChainPolicy.CustomTrustStore.Add(root);
        foreach (var element in presentedChain?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        if (chain.Build(certificate))
            return null;
        return chain.ChainStatus.Any(status => status.Status == X509ChainStatusFlags.NotTimeValid) ? CertificateFault.NotInForce : CertificateFault.UnknownAuthority;
    }
}

/// <summary>Stable: its names are stored by others.</summary>
public enum CertificateFault
{
    UnknownAuthority,
    OtherName,

    /// <summary>Expired, or not valid yet.</summary>
    NotInForce,
}
