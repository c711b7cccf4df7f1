using System.Text;
using NodaTime;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.State;

namespace SmartTracker.Printers.Abstractions;

/// <summary>How a printer is spoken to.</summary>
/// <param name="AdminPassword">In clear, or null where none is set. Never log it, never show it.</param>
/// <param name="PinnedKey">SHA-256 of the public key that the device must present (hexadecimal), or null before the first contact.</param>
/// <param name="DeviceEpoch">Counts the device's lives under one serial number.</param>
/// <param name="StoppedBecause">Not null: do not connect; a person has to decide first.</param>
public sealed record RegisteredPrinter(
    PrinterId Id,
    string Name,
    Uri Address,
    string Protocol,
    string? AdminPassword,
    string? PinnedKey,
    bool AllowLegacyTls,
    string? SerialNumber,
    int DeviceEpoch,
    PrinterProblem? StoppedBecause)
{
    /// <summary>Who reads the printer in this host's place, as people call it; null where the host reads it itself. See <see cref="IPrinterReach"/>.</summary>
    public string? ReadBy { get; init; }

    /// <summary>How its SNMP agent is spoken to, with secrets in clear; null where it is not to be asked.</summary>
    public SnmpAccess? Snmp { get; init; }

    /// <summary>Where its SNMP agent answers, such as <c>snmp://10.0.0.9:161/</c>; null where it is not to be asked.</summary>
    public Uri? SnmpAddress { get; init; }

    /// <summary>Not null: the certificate must also be signed by an authority.</summary>
    public AuthorityTrust? Authorities { get; init; }

    /// <summary>False for a printer of which only the state is read.</summary>
    public bool GivesJobs { get; init; } = true;

    /// <summary>When the device's present life began, where a person said so. Jobs that it finished before belong to the life before.</summary>
    public Instant? EpochBeganAt { get; init; }

    /// <summary>Zone of the site where it stands (IANA); null where that is the tenant's.</summary>
    public string? TimeZoneId { get; init; }

    /// <summary>How to read its jobs.</summary>
    public PrinterConnection Connection(IPrinterNetwork network, TimeSpan deadline)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new PrinterConnection
        {
            Address = Address,
            Allows = network.Allows,
            Password = AdminPassword,
            PinnedKey = PinnedKey,
            Authorities = Authorities,
            Snmp = Snmp,
            AllowLegacyTls = AllowLegacyTls,
            Deadline = deadline,
        };
    }

    /// <summary>How to ask its SNMP agent, or null.</summary>
    public PrinterConnection? SnmpConnection(IPrinterNetwork network, TimeSpan deadline) =>
        SnmpAddress is { } agent && Snmp is not null ? Connection(network, deadline) with { Address = agent, Password = null } : null;

    // A record prints all its members; this one holds a secret.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append(Name).Append(", ").Append(Address);
        return true;
    }
}
