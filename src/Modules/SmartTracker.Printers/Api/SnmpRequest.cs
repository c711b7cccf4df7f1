using System.ComponentModel;
using SmartTracker.Abstractions.Api;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Registry;

namespace SmartTracker.Printers.Api;

/// <summary>How a printer's SNMP agent is asked. Secrets go in and never come out.</summary>
[ApiExample("""
    { "version": "v3", "port": 161, "userName": "reader", "authentication": "sha256", "authenticationSecret": "…", "privacy": "aes128", "privacySecret": "…" }
    """)]
public sealed record SnmpRequest(
    [property: Description("Left out: it is not asked any more.")] SnmpVersion? Version = null,
    int Port = SnmpProfile.DefaultPort,
    [property: Description("Of v1 and v2c. Left out keeps the stored one.")] string? Community = null,
    [property: Description("Of v3.")] string? UserName = null,
    SnmpAuthentication Authentication = SnmpAuthentication.None,
    [property: Description("At least 8 characters. Left out keeps the stored one.")] string? AuthenticationSecret = null,
    SnmpPrivacy Privacy = SnmpPrivacy.None,
    [property: Description("At least 8 characters. Left out keeps the stored one.")] string? PrivacySecret = null)
{
    internal SnmpDraft Draft => new(Version)
    {
        Port = Port,
        Community = Community,
        UserName = UserName,
        Authentication = Authentication,
        AuthenticationSecret = AuthenticationSecret,
        Privacy = Privacy,
        PrivacySecret = PrivacySecret,
    };

    // A record prints all its members; this one holds secrets.
    public override string ToString() => $"{Version}, {Authentication}, {Privacy}";
}
