using System.Globalization;
using SmartTracker.Protocols.Snmp;

namespace SmartTracker.PrinterReaders.Snmp;

/// <summary>Failures of the protocol as failures of a reader.</summary>
internal static class SnmpFailures
{
    private const int BytesPerMegabyte = 1024 * 1024;

    /// <param name="path">What was asked.</param>
    public static ReaderFailure Of(SnmpFailure failure, SnmpConnection connection, string path)
    {
        var authority = $"{connection.Host}:{connection.Port}";
        return failure.Kind switch
        {
            SnmpFailureKind.NameUnknown => new(ReaderFailureCode.NameUnknown, connection.Host),
            SnmpFailureKind.NotAllowed => new(ReaderFailureCode.NotAllowed, failure.Detail),
            SnmpFailureKind.Unreachable or SnmpFailureKind.Silent => new(ReaderFailureCode.Absent, authority),
            SnmpFailureKind.TimedOut => new(ReaderFailureCode.TimedOut, Text((long)connection.Deadline.TotalSeconds)),
            SnmpFailureKind.UserUnknown or SnmpFailureKind.AuthenticationRefused or SnmpFailureKind.PrivacyRefused or SnmpFailureKind.LevelNotSupported
                or SnmpFailureKind.NoAccess => new(ReaderFailureCode.PasswordRefused, path),
            SnmpFailureKind.AgentNotAuthentic or SnmpFailureKind.EngineChanged or SnmpFailureKind.NotUnderstood or SnmpFailureKind.NotIncreasing =>
                new(ReaderFailureCode.Nonsense, path),
            SnmpFailureKind.NotInTimeWindow => new(ReaderFailureCode.DeviceError, "notInTimeWindow", path),
            SnmpFailureKind.AgentError => new(ReaderFailureCode.DeviceError, failure.Detail, path),
            SnmpFailureKind.TooLarge => new(ReaderFailureCode.TooLarge, Text(connection.Limits.WalkBytes / BytesPerMegabyte)),
            _ => throw new ArgumentOutOfRangeException(nameof(failure), failure.Kind, "An unknown kind of failure."),
        };
    }

    /// <summary>Of one subtree alone: the agent answers, and the next subtree may be whole.</summary>
    public static bool IsOfOneSubtree(SnmpFailure failure) => failure.Kind is SnmpFailureKind.NotIncreasing or SnmpFailureKind.AgentError
        || failure is { Kind: SnmpFailureKind.TooLarge, Detail: "walk" };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
