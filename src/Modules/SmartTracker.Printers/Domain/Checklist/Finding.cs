namespace SmartTracker.Printers.Domain.Checklist;

/// <summary>What one point of the checklist came to. The words are elsewhere.</summary>
/// <param name="Values">What the sentence names, in the order in which it names it: numbers, texts and instants.</param>
public sealed record Finding(ReadinessPoint Point, ReadinessResult Result, FindingCase Case, params object[] Values);

/// <summary>The points in the order of the manufacturer's installation guide.</summary>
public enum ReadinessPoint
{
    Contact,
    Identity,
    Password,
    UserNames,
    Certificate,
    WebProxy,
    Firmware,
    Clock,
    Retention,
    Snmp,
    AccountId,
}

public enum ReadinessResult
{
    /// <summary>Green.</summary>
    Passed,

    /// <summary>Amber: it works, but better is possible.</summary>
    Advice,

    /// <summary>Red: must be fixed.</summary>
    Failed,

    /// <summary>Nobody knows yet.</summary>
    Open,
}

/// <summary>Each has its sentence and, unless it is good, its steps.</summary>
public enum FindingCase
{
    Answers,
    NeverContacted,
    NotReached,

    SerialKnown,
    SerialUnknown,
    OtherDevice,
    RegisteredTwice,

    PasswordAccepted,
    PasswordRefused,
    PasswordNotSet,
    PasswordNotAskedFor,
    PasswordNotStored,
    PasswordNotTried,

    UserNamesGiven,
    UserNamesWithheld,
    UserNamesPartly,
    UserNamesTooFewJobs,
    UserNamesNotWanted,

    CertificateByAuthority,
    CertificateSelfSigned,
    CertificateByStranger,
    CertificateEndsSoon,
    CertificateExpired,
    CertificateRefused,
    KeyChanged,
    NotEncrypted,
    CertificateNotSeen,

    NoProxy,
    ProxyProved,
    ProxyUnproved,
    ProxyNotAnswered,

    /// <summary>The printer does not tell when it was released.</summary>
    FirmwareKnown,

    FirmwareReleased,
    FirmwareBehind,

    /// <summary>A sister has one that was released later.</summary>
    FirmwareReleasedBefore,

    FirmwareOld,
    FirmwareReleasedLongAgo,
    FirmwareUnknown,

    ClockRight,
    ClockWrong,
    ClockInOtherZone,
    ClockUnknown,

    ListReachesBack,
    ListIsShort,
    JobsMayBeLost,
    ListUnknown,

    SnmpNotUsed,
    SnmpPrivate,
    SnmpWeak,
    SnmpReadable,
    SnmpSecretsMissing,

    AccountAlwaysGiven,
    AccountRequired,
    AccountRequiredButMissing,
    AccountNotRequired,
    AccountNotNeeded,
    AccountNotAnswered,
}
