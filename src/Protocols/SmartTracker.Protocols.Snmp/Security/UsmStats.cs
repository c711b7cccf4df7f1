using SmartTracker.Protocols.Snmp.Messages;

namespace SmartTracker.Protocols.Snmp.Security;

/// <summary>What a report says (RFC 3414 §5, RFC 3412 §5, RFC 3413 §4.1.2): the counter that the agent raised because of our message.</summary>
internal enum UsmReport
{
    Unknown,
    UnsupportedSecurityLevel,
    NotInTimeWindow,
    UnknownUserName,
    UnknownEngineId,
    WrongDigest,
    DecryptionError,
    UnavailableContext,
}

internal static class UsmStats
{
    private static readonly Oid Stats = new(1, 3, 6, 1, 6, 3, 15, 1, 1);
    private static readonly Oid Contexts = new(1, 3, 6, 1, 6, 3, 12, 1);

    public static UsmReport Of(SnmpPdu report)
    {
        if (report.Varbinds is not [var first, ..])
            return UsmReport.Unknown;
        if (first.Name.StartsWith(Contexts))
            return UsmReport.UnavailableContext;
        if (!first.Name.StartsWith(Stats) || first.Name.Length <= Stats.Length)
            return UsmReport.Unknown;
        return first.Name[Stats.Length] switch
        {
            1 => UsmReport.UnsupportedSecurityLevel,
            2 => UsmReport.NotInTimeWindow,
            3 => UsmReport.UnknownUserName,
            4 => UsmReport.UnknownEngineId,
            5 => UsmReport.WrongDigest,
            6 => UsmReport.DecryptionError,
            _ => UsmReport.Unknown,
        };
    }
}
