using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Registry;

/// <summary>Protects a printer's secrets with the tenant's keys. The result opens only for the same printer at the same host and port
/// with the same pinned key, so moving it to another row or sending it elsewhere fails.</summary>
public sealed class PrinterSecrets(IDataProtectionProvider protection)
{
    private const string NotPinnedYet = "first-use";

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public string Protect(Printer printer, string password) => Password(printer).Protect(password);

    /// <summary>Null where there is none.</summary>
    /// <exception cref="PasswordUnreadableException">The tenant's keys were lost or the row was tampered with.</exception>
    public string? Reveal(Printer printer)
    {
        ArgumentNullException.ThrowIfNull(printer);
        return Open(Password(printer), printer.ProtectedPassword);
    }

    /// <param name="port">Where the access will be used.</param>
    public string ProtectSnmp(Printer printer, SnmpAccess access, int port) => Snmp(printer, port).Protect(JsonSerializer.Serialize(access, Json));

    /// <summary>Null where there is none, or where its secrets have to be entered again.</summary>
    /// <exception cref="PasswordUnreadableException">The tenant's keys were lost or the row was tampered with.</exception>
    public SnmpAccess? RevealSnmp(Printer printer)
    {
        ArgumentNullException.ThrowIfNull(printer);
        return printer.SnmpAddress is { } agent && Open(Snmp(printer, agent.Port), printer.ProtectedSnmp) is { } json
            ? JsonSerializer.Deserialize<SnmpAccess>(json, Json)
            : null;
    }

    private static string? Open(IDataProtector protector, string? secret)
    {
        try
        {
            return secret is null ? null : protector.Unprotect(secret);
        }
        catch (CryptographicException exception)
        {
            throw new PasswordUnreadableException(exception);
        }
    }

    private IDataProtector Password(Printer printer) => protection.CreateProtector(
        "SmartTracker.Printers", printer.Id.ToString(), "admin-password", printer.ParsedAddress.HostAndPort, printer.PinnedKey ?? NotPinnedYet);

    private IDataProtector Snmp(Printer printer, int port) => protection.CreateProtector(
        "SmartTracker.Printers", printer.Id.ToString(), "snmp", string.Create(CultureInfo.InvariantCulture, $"{printer.ParsedAddress.Host}:{port}"), printer.PinnedKey ?? NotPinnedYet);
}

public sealed class PasswordUnreadableException(Exception inner) : Exception("A printer's password cannot be read with the tenant's keys.", inner);
