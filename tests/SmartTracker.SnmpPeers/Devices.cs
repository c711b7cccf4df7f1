using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SmartTracker.Protocols.Snmp;
using SmartTracker.Protocols.Snmp.Messages;

namespace SmartTracker.SnmpPeers;

/// <summary>Printers as files of <c>override</c> lines, which snmpd reads as they are and our own agent through this.</summary>
public static partial class Devices
{
    public static string[] Lines(string device) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Devices", device + ".conf"));

    public static IReadOnlyList<SnmpVarbind> Varbinds(string device) =>
        [.. Lines(device).Select(line => OverrideLine().Match(line)).Where(match => match.Success).Select(Varbind)];

    private static SnmpVarbind Varbind(Match line) => new(Oid.Parse(line.Groups["name"].Value), Value(line.Groups["type"].Value, line.Groups["value"].Value.Trim()));

    private static SnmpValue Value(string type, string value) => type switch
    {
        "integer" => new SnmpInteger(Number(value)),
        "counter" => new SnmpInteger(Number(value), SnmpTag.Counter32),
        "uinteger" => new SnmpInteger(Number(value), SnmpTag.Gauge32),
        "timeticks" => new SnmpInteger(Number(value), SnmpTag.TimeTicks),
        "object_id" => new SnmpOid(Oid.Parse(value)),
        "octet_str" when value.StartsWith("0x", StringComparison.Ordinal) => new SnmpOctets(Convert.FromHexString(value[2..])),
        "octet_str" => new SnmpOctets(Encoding.UTF8.GetBytes(value.Trim('"'))),
        _ => throw new FormatException($"'{type}' is no type that is used here."),
    };

    private static long Number(string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^override\s+(?<name>[.0-9]+)\s+(?<type>\w+)\s+(?<value>.*)$")]
    private static partial Regex OverrideLine();
}
