using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Registry;

/// <summary>What a person says about a printer's SNMP agent. Secrets that are left empty stay as they are stored.</summary>
/// <param name="Version">Null: the agent is not asked.</param>
public sealed record SnmpDraft(SnmpVersion? Version)
{
    public int Port { get; init; } = SnmpProfile.DefaultPort;

    public string? Community { get; init; }

    public string? UserName { get; init; }

    public SnmpAuthentication Authentication { get; init; }

    public string? AuthenticationSecret { get; init; }

    public SnmpPrivacy Privacy { get; init; }

    public string? PrivacySecret { get; init; }

    /// <summary>The access with what is stored filled in; null where the agent is not asked.</summary>
    public SnmpAccess? With(SnmpAccess? stored) => Version switch
    {
        null => null,
        SnmpVersion.V3 => new SnmpAccess
        {
            Version = SnmpVersion.V3,
            UserName = Given(UserName),
            Authentication = Authentication,
            AuthenticationSecret = Authentication == SnmpAuthentication.None ? null : Given(AuthenticationSecret) ?? stored?.AuthenticationSecret,
            Privacy = Privacy,
            PrivacySecret = Privacy == SnmpPrivacy.None ? null : Given(PrivacySecret) ?? stored?.PrivacySecret,
        },
        { } community => new SnmpAccess { Version = community, Community = Given(Community) ?? stored?.Community },
    };

    // A record prints all its members; this one holds secrets.
    public override string ToString() => $"{Version}, {Authentication}, {Privacy}";

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
