using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace SmartTracker.Collection.Privacy;

/// <summary>Protects the key of pseudonyms with the tenant's keys.</summary>
public sealed class PseudonymKeys(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("SmartTracker.Collection", "pseudonyms");

    public byte[] Protect(byte[] key) => _protector.Protect(key);

    /// <summary>Null where the tenant's keys do not open it, as after a restore without them.</summary>
    public byte[]? Reveal(byte[] secret)
    {
        try
        {
            return _protector.Unprotect(secret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
