using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Registry;

/// <summary>Protects a printer's password with the tenant's keys. The result opens only for the same printer at the same host and port
/// with the same pinned key, so moving it to another row or sending it elsewhere fails.</summary>
public sealed class PrinterSecrets(IDataProtectionProvider protection)
{
    private const string NotPinnedYet = "first-use";

    public string Protect(Printer printer, string password) => Protector(printer).Protect(password);

    /// <summary>Null where there is none.</summary>
    /// <exception cref="PasswordUnreadableException">The tenant's keys were lost or the row was tampered with.</exception>
    public string? Reveal(Printer printer)
    {
        ArgumentNullException.ThrowIfNull(printer);
        if (printer.ProtectedPassword is null)
            return null;
        try
        {
            return Protector(printer).Unprotect(printer.ProtectedPassword);
        }
        catch (CryptographicException exception)
        {
            throw new PasswordUnreadableException(exception);
        }
    }

    private IDataProtector Protector(Printer printer) => protection.CreateProtector(
        "SmartTracker.Printers", printer.Id.ToString(), "admin-password", printer.ParsedAddress.HostAndPort, printer.PinnedKey ?? NotPinnedYet);
}

public sealed class PasswordUnreadableException(Exception inner) : Exception("A printer's password cannot be read with the tenant's keys.", inner);
