namespace SmartTracker.Protocols.Snmp.Messages;

/// <summary>What is asked or answered, inside the envelope of a version (RFC 3416 §3).</summary>
/// <param name="ErrorStatus">Of a getBulk request: non-repeaters.</param>
/// <param name="ErrorIndex">From 1. Of a getBulk request: max-repetitions.</param>
public sealed record SnmpPdu(SnmpPduType Type, int RequestId, int ErrorStatus, int ErrorIndex, IReadOnlyList<SnmpVarbind> Varbinds);

/// <summary>By their tags.</summary>
public enum SnmpPduType
{
    Get = 0xA0,
    GetNext = 0xA1,
    Response = 0xA2,
    GetBulk = 0xA5,
    Report = 0xA8,
}

/// <summary>What an agent says instead of an answer (RFC 3416 §3; those up to 5 are of v1).</summary>
public static class SnmpErrorStatus
{
    public const int NoError = 0;
    public const int TooBig = 1;
    public const int NoSuchName = 2;
    public const int GenErr = 5;
    public const int NoAccess = 6;
    public const int AuthorizationError = 16;

    private static readonly string[] Names =
    [
        "noError", "tooBig", "noSuchName", "badValue", "readOnly", "genErr", "noAccess", "wrongType", "wrongLength", "wrongEncoding", "wrongValue",
        "noCreation", "inconsistentValue", "resourceUnavailable", "commitFailed", "undoFailed", "authorizationError", "notWritable", "inconsistentName",
    ];

    public static string NameOf(int status) =>
        status >= 0 && status < Names.Length ? Names[status] : status.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
