using SmartTracker.PrinterReaders.Names;
using SmartTracker.Protocols.Snmp;
using SmartTracker.Protocols.Snmp.Codec;

namespace SmartTracker.PrinterReaders.Snmp;

/// <summary>Takes the people who are responsible for a printer out of its objects. Of jobs and their users nothing is walked.</summary>
internal static class SnmpAnswerNames
{
    /// <summary>sysContact (RFC 3418), prtGeneralCurrentOperator and prtGeneralServicePerson (RFC 3805).</summary>
    private static readonly Oid[] People = [SnmpNames.System.Append(4), SnmpNames.General.Append(4), SnmpNames.General.Append(5)];

    public static RawAnswer Withhold(RawAnswer answer, NamePrivacy privacy)
    {
        if (!SnmpPaths.TryRoot(answer.Path, out var root))
            return answer.Emptied();
        var (varbinds, defect) = SnmpVarbinds.Decode(answer.Body);
        var left = varbinds.Where(varbind => !Array.Exists(People, person => varbind.Name.StartsWith(person))).ToList();
        return answer.Left(new SnmpWalk(root.Value, left, null).Encoded(), defect is null, SnmpPaths.ContentType);
    }
}
