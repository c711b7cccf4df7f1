using SmartTracker.PrinterReaders.State;

namespace SmartTracker.Printers.Domain;

/// <summary>The part of an SNMP access that is no secret.</summary>
public sealed record SnmpProfile(
    SnmpVersion Version, int Port, string? UserName = null, SnmpAuthentication Authentication = SnmpAuthentication.None, SnmpPrivacy Privacy = SnmpPrivacy.None)
{
    public const int DefaultPort = 161;

    /// <summary>Nobody on the way can read or forge it.</summary>
    public bool IsPrivate => Version == SnmpVersion.V3 && Authentication != SnmpAuthentication.None && Privacy != SnmpPrivacy.None;

    public static SnmpProfile Of(SnmpAccess access, int port)
    {
        ArgumentNullException.ThrowIfNull(access);
        return new SnmpProfile(access.Version, port, access.UserName, access.Authentication, access.Privacy);
    }
}
