using System.Diagnostics.CodeAnalysis;
using SmartTracker.Protocols.Snmp;

namespace SmartTracker.PrinterReaders.Snmp;

/// <summary>How what was asked stands in an archived answer: <c>snmp/</c> and the root of the walk.</summary>
internal static class SnmpPaths
{
    /// <summary>SNMP has no status of its own for a whole answer.</summary>
    public const int Whole = 200;

    /// <summary>Varbinds in BER, one after the other.</summary>
    public const string ContentType = "application/x-snmp-varbinds";

    private const string Prefix = SnmpMapping.Scheme + "/";

    public static string Of(Oid root) => Prefix + root;

    public static bool TryRoot(string path, [NotNullWhen(true)] out Oid? root)
    {
        // From the archive it comes with the slash of an address.
        var asked = path.TrimStart('/');
        root = asked.StartsWith(Prefix, StringComparison.Ordinal) && Oid.TryParse(asked[Prefix.Length..], out var oid) ? oid : null;
        return root is not null;
    }

    public static bool IsOfPrinter(string path) =>
        TryRoot(path, out var root) && root.Value != SnmpNames.System && root.Value != SnmpNames.HrSystem && root.Value != SnmpNames.HrDevices;
}
