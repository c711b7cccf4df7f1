namespace SmartTracker.Protocols.Snmp;

/// <summary>What went wrong on the way to an answer.</summary>
/// <param name="Detail">What a sentence about it needs, as said at each kind; empty elsewhere.</param>
public sealed record SnmpFailure(SnmpFailureKind Kind, string Detail = "");

public enum SnmpFailureKind
{
    NameUnknown,
    /// <summary>The caller's gate said no; nothing was sent. Detail: the address and port.</summary>
    NotAllowed,
    /// <summary>The network or the host said that nobody listens there (ICMP).</summary>
    Unreachable,
    /// <summary>No answer at all, to any repetition: nobody is there, nobody speaks SNMP, or (v1, v2c) the community is another one, to which an agent keeps silent.</summary>
    Silent,
    /// <summary>The deadline of the visit passed, or answers stopped after earlier ones had come.</summary>
    TimedOut,
    /// <summary>The agent does not know the user (usmStatsUnknownUserNames, RFC 3414 §3.2 step 4).</summary>
    UserUnknown,
    /// <summary>The agent finds our authentication code wrong (usmStatsWrongDigests): another pass phrase or another algorithm.</summary>
    AuthenticationRefused,
    /// <summary>The agent's answers do not carry the authentication code that our pass phrase gives.</summary>
    AgentNotAuthentic,
    /// <summary>The agent could not decrypt (usmStatsDecryptionErrors), or its answer decrypts to nonsense: another privacy pass phrase or algorithm.</summary>
    PrivacyRefused,
    /// <summary>The user has not this security level (usmStatsUnsupportedSecLevels).</summary>
    LevelNotSupported,
    /// <summary>The agent's clock could not be agreed upon (usmStatsNotInTimeWindows, also after sending again).</summary>
    NotInTimeWindow,
    /// <summary>Another engine answers than the one that was discovered at the beginning of the visit.</summary>
    EngineChanged,
    /// <summary>The agent does not show these objects to us (authorizationError, noAccess, unknown context or an empty view).</summary>
    NoAccess,
    /// <summary>An error-status of RFC 3416 §3. Detail: its name, or its number where it has none.</summary>
    AgentError,
    /// <summary>Not SNMP, or another message than was asked for. Detail: what and where.</summary>
    NotUnderstood,
    /// <summary>A table that does not go forward: it would be walked for ever. Detail: the name that came after itself.</summary>
    NotIncreasing,
    /// <summary>More than <see cref="SnmpLimits"/> allows. Detail: which limit.</summary>
    TooLarge,
}
