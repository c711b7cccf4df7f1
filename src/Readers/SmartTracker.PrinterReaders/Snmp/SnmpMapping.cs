using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Snmp;

namespace SmartTracker.PrinterReaders.Snmp;

/// <summary>Between our words and those of the protocol.</summary>
internal static class SnmpMapping
{
    public const string Scheme = "snmp";

    public static SnmpConnection Connection(PrinterConnection connection, SnmpCredentials credentials) => new()
    {
        Host = connection.Address.IdnHost,
        Port = connection.Address is { Scheme: Scheme, Port: > 0 } ? connection.Address.Port : SnmpConnection.UsualPort,
        Allows = connection.Allows,
        Resolve = connection.Resolve,
        Credentials = credentials,
        Deadline = connection.Deadline,
        Limits = SnmpLimits.Default with { WalkBytes = Math.Min(SnmpLimits.Default.WalkBytes, connection.MaximumBytes) },
    };

    /// <summary>Null where something that the version or the level needs is missing.</summary>
    public static SnmpCredentials? Credentials(SnmpAccess? access) => access switch
    {
        { Version: SnmpVersion.V1 or SnmpVersion.V2c, Community: { Length: > 0 } community } => new SnmpCommunity(community, access.Version == SnmpVersion.V1),
        { Version: SnmpVersion.V3, UserName: { Length: > 0 } name } when HasSecrets(access) => new SnmpUser(name)
        {
            Authentication = Authentication(access.Authentication),
            AuthenticationSecret = access.AuthenticationSecret,
            Privacy = Privacy(access.Privacy),
            PrivacySecret = access.PrivacySecret,
        },
        _ => null,
    };

    private static bool HasSecrets(SnmpAccess access) =>
        (access.Authentication == SnmpAuthentication.None ? access.Privacy == SnmpPrivacy.None : !string.IsNullOrEmpty(access.AuthenticationSecret))
        && (access.Privacy == SnmpPrivacy.None || !string.IsNullOrEmpty(access.PrivacySecret));

    private static AuthenticationProtocol Authentication(SnmpAuthentication authentication) => authentication switch
    {
        SnmpAuthentication.None => AuthenticationProtocol.None,
        SnmpAuthentication.Md5 => AuthenticationProtocol.Md5,
        SnmpAuthentication.Sha1 => AuthenticationProtocol.Sha1,
        SnmpAuthentication.Sha224 => AuthenticationProtocol.Sha224,
        SnmpAuthentication.Sha256 => AuthenticationProtocol.Sha256,
        SnmpAuthentication.Sha384 => AuthenticationProtocol.Sha384,
        SnmpAuthentication.Sha512 => AuthenticationProtocol.Sha512,
        _ => throw new ArgumentOutOfRangeException(nameof(authentication), authentication, "An unknown authentication."),
    };

    private static PrivacyProtocol Privacy(SnmpPrivacy privacy) => privacy switch
    {
        SnmpPrivacy.None => PrivacyProtocol.None,
        SnmpPrivacy.Des => PrivacyProtocol.Des,
        SnmpPrivacy.Aes128 => PrivacyProtocol.Aes128,
        SnmpPrivacy.Aes192 => PrivacyProtocol.Aes192,
        SnmpPrivacy.Aes256 => PrivacyProtocol.Aes256,
        _ => throw new ArgumentOutOfRangeException(nameof(privacy), privacy, "An unknown privacy."),
    };
}
