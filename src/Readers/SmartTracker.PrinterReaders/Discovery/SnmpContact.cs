using System.Globalization;
using System.Net;
using SmartTracker.PrinterReaders.Snmp;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Snmp;
using SmartTracker.Protocols.Snmp.Messages;

namespace SmartTracker.PrinterReaders.Discovery;

/// <summary>One address asked with one access: is there an agent, what is it, is it a printer's.</summary>
internal sealed class SnmpContact(IPAddress address, SnmpAccess access, SnmpProbeOptions options, TimeProvider clock)
{
    private const int HardwareAddressBytes = 6;

    // Columns of prtGeneralTable and hrPrinterTable: their first row belongs to the printer.
    private static readonly Oid PrinterName = SnmpNames.General.Append(16);
    private static readonly Oid SerialNumber = SnmpNames.General.Append(17);
    private static readonly Oid PrinterStatus = SnmpNames.HrPrinters.Append(1);
    private static readonly Oid DeviceDescription = SnmpNames.HrDevices.Append(3);

    /// <summary>Null where nobody answers; with a failure where the agent refuses.</summary>
    public async Task<FoundDevice?> FindAsync(CancellationToken cancellationToken)
    {
        if (SnmpMapping.Credentials(access) is not { } credentials)
            return null;
        var connection = new SnmpConnection
        {
            Host = address.ToString(),
            Port = options.Port,
            Allows = options.Allows,
            Credentials = credentials,
            Deadline = options.Deadline,
            FirstPatience = options.Patience,
            Tries = 2,
        };
        using var client = new SnmpClient(connection, clock);
        var system = await client.GetAsync([SnmpNames.SysDescr, SnmpNames.SysObjectId, SnmpNames.SysName], cancellationToken);
        if (system.Failure is { } failure)
            return IsThere(failure) ? new FoundDevice { Address = address, Source = DiscoverySource.Snmp, Failure = SnmpFailures.Of(failure, connection, SnmpPaths.Of(SnmpNames.System)) } : null;

        var maker = (system.Varbinds[1].Value as SnmpOid)?.Value;
        var found = new FoundDevice
        {
            Address = address,
            Source = DiscoverySource.Snmp,
            Description = SnmpRow.TextOf(system.Varbinds[0].Value),
            ObjectId = maker?.ToString(),
            Name = SnmpRow.TextOf(system.Varbinds[2].Value),
            Snmp = access,
        };
        return await WithPrinterAsync(client, found, maker?.StartsWith(SnmpNames.Hp) == true, cancellationToken);
    }

    private static async Task<FoundDevice> WithPrinterAsync(SnmpClient client, FoundDevice found, bool isHp, CancellationToken cancellationToken)
    {
        var name = await FirstAsync(client, PrinterName, cancellationToken);
        var serial = await FirstAsync(client, SerialNumber, cancellationToken);
        var printer = await FirstAsync(client, PrinterStatus, cancellationToken);
        // In both tables the row's number is that of the device among those of the host.
        var device = (printer ?? serial ?? name)?.Name;
        var asked = device is { Length: > 0 } row ? await client.GetAsync([DeviceDescription.Append(row[row.Length - 1]), SnmpNames.HpSerial.Append(0)], cancellationToken) : null;
        var answers = asked?.Varbinds.Select(varbind => SnmpRow.TextOf(varbind.Value)).ToArray();
        var cards = await client.WalkAsync(SnmpNames.IfPhysAddress, cancellationToken);
        return found with
        {
            IsPrinter = device is not null,
            Name = SnmpRow.TextOf(name?.Value) ?? found.Name,
            Model = answers is [var model, _] ? model : null,
            SerialNumber = SnmpRow.TextOf(serial?.Value) ?? (isHp && answers is [_, var own] ? own : null),
            HardwareAddress = cards.Varbinds.Select(card => HardwareAddressIn(card.Value)).FirstOrDefault(card => card is not null),
        };
    }

    /// <summary>The first row of a column, or null.</summary>
    private static async Task<SnmpVarbind?> FirstAsync(SnmpClient client, Oid column, CancellationToken cancellationToken) =>
        await client.GetNextAsync([column], cancellationToken) is { Failure: null, Varbinds: [var first] } && first.Name.StartsWith(column) && first.Value.Tag != SnmpTag.EndOfMibView ? first : null;

    private static string? HardwareAddressIn(SnmpValue value) =>
        value is SnmpOctets { Octets: { Length: HardwareAddressBytes } octets } && octets.Span.ContainsAnyExcept((byte)0)
            ? string.Join(':', octets.ToArray().Select(octet => octet.ToString("X2", CultureInfo.InvariantCulture)))
            : null;

    private static bool IsThere(SnmpFailure failure) => failure.Kind is SnmpFailureKind.UserUnknown or SnmpFailureKind.AuthenticationRefused or SnmpFailureKind.PrivacyRefused
        or SnmpFailureKind.LevelNotSupported or SnmpFailureKind.NoAccess or SnmpFailureKind.AgentError;
}
