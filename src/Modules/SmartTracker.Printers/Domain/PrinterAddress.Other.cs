using System.Diagnostics.CodeAnalysis;

namespace SmartTracker.Printers.Domain;

/// <summary>Printers that give no jobs: <c>snmp://host:161/</c> where only the state is read, <c>manual://{id}/</c> where there is no network.</summary>
public sealed partial record PrinterAddress
{
    private const string Snmp = "snmp";

    /// <summary>A printer that is not on the network stands at no place but its own.</summary>
    public static PrinterAddress OfManual(Guid id) => new(new Uri($"{Printer.Manual}://{id}/"));

    private static bool TryParseOther(string? text, string protocol, [NotNullWhen(true)] out PrinterAddress? address, out AddressFault fault)
    {
        address = null;
        var (scheme, rest) = Split(text?.Trim() ?? "");
        var expected = protocol == Printer.Manual ? Printer.Manual : Snmp;
        fault = rest.Length == 0 ? AddressFault.Missing : scheme.Length > 0 && scheme != expected ? AddressFault.NotAnAddress : AddressFault.None;
        if (fault != AddressFault.None)
            return false;
        fault = Fault(rest, isIpp: false, out var uri);
        if (fault != AddressFault.None || uri is null)
            return false;

        var host = uri.IdnHost.TrimEnd('.').ToLowerInvariant();
        var isPortWritten = !uri.IsDefaultPort || rest.TrimEnd('/').EndsWith(":443", StringComparison.Ordinal);
        address = new PrinterAddress(protocol == Printer.Manual
            ? new Uri($"{expected}://{host}/")
            : new UriBuilder(expected, host, isPortWritten ? uri.Port : SnmpProfile.DefaultPort).Uri);
        return true;
    }

    private static string ProtocolOf(string scheme) => scheme switch
    {
        Ipp or Ipps => Printer.IppProtocol,
        Snmp => Printer.StateOnly,
        Printer.Manual => Printer.Manual,
        _ => Printer.PiwsProtocol,
    };
}
