using System.Globalization;

namespace SmartTracker.PrinterReaders.Discovery;

/// <summary>Finds printers by their SNMP agent: what calls itself a printer is one. Only the communities that the caller names are sent, nothing else.</summary>
public sealed class SnmpPrinterProbe(TimeProvider clock) : IPrinterProbe
{
    /// <summary>State only: jobs come by other protocols.</summary>
    public string Protocol => "none";

    public int UsualPort => 161;

    public async Task<FoundPrinter?> ProbeAsync(ProbeTarget target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (target.SnmpAccesses.Count == 0 || !target.Allows(target.Endpoint))
            return null;
        var probe = new SnmpProbe(
            new SnmpProbeOptions { Allows = target.Allows, Accesses = target.SnmpAccesses, Port = target.Endpoint.Port, Deadline = target.Patience }, clock);
        if (await probe.AskAsync(target.Endpoint.Address, cancellationToken) is not { IsPrinter: true } device)
            return null;
        return new FoundPrinter(
            new Uri(string.Create(CultureInfo.InvariantCulture, $"snmp://{target.Endpoint}/")), Protocol,
            new PrinterIdentity(device.SerialNumber, device.Model, null, null, device.Name, null))
        {
            MacAddress = device.HardwareAddress?.Replace(":", "", StringComparison.Ordinal).ToUpperInvariant(),
            Snmp = device.Snmp,
        };
    }
}
