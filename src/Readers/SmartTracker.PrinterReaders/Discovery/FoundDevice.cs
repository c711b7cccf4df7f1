using System.Net;
using SmartTracker.PrinterReaders.State;

namespace SmartTracker.PrinterReaders.Discovery;

/// <summary>Something in the network that may be a printer. All of it is the device's own claim; null is "it did not say".</summary>
public sealed record FoundDevice
{
    public required IPAddress Address { get; init; }

    public required DiscoverySource Source { get; init; }

    /// <summary>Whether it says that it prints. False for anything else that speaks SNMP, and for a device that refuses to say.</summary>
    public bool IsPrinter { get; init; }

    /// <summary>Given by people, such as <c>Plotter 2. OG</c>.</summary>
    public string? Name { get; init; }

    public string? Model { get; init; }

    public string? SerialNumber { get; init; }

    /// <summary>Of its first network card, such as <c>00:02:A5:AB:CD:EF</c>.</summary>
    public string? HardwareAddress { get; init; }

    /// <summary>Lower case, as the device announces it.</summary>
    public string? Uuid { get; init; }

    public string? Location { get; init; }

    /// <summary>sysDescr: for people, often of the network card.</summary>
    public string? Description { get; init; }

    /// <summary>sysObjectID: maker and product as numbers.</summary>
    public string? ObjectId { get; init; }

    /// <summary>Announced, each with the port it listens on.</summary>
    public IReadOnlyList<FoundPort> Ports { get; init; } = [];

    /// <summary>The access of those tried that its SNMP agent took.</summary>
    public SnmpAccess? Snmp { get; init; }

    /// <summary>It answers, but not to us, such as a wrong pass phrase of SNMPv3.</summary>
    public ReaderFailure? Failure { get; init; }

    /// <summary>The same device met twice: by serial number, else by hardware address, else by UUID, else by address.</summary>
    public bool IsSameAs(FoundDevice other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Same(SerialNumber, other.SerialNumber) ?? Same(HardwareAddress, other.HardwareAddress) ?? Same(Uuid, other.Uuid) ?? Address.Equals(other.Address);
    }

    /// <summary>What both say together; where both say something, this one counts.</summary>
    public FoundDevice With(FoundDevice other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with
        {
            IsPrinter = IsPrinter || other.IsPrinter,
            Name = Name ?? other.Name,
            Model = Model ?? other.Model,
            SerialNumber = SerialNumber ?? other.SerialNumber,
            HardwareAddress = HardwareAddress ?? other.HardwareAddress,
            Uuid = Uuid ?? other.Uuid,
            Location = Location ?? other.Location,
            Description = Description ?? other.Description,
            ObjectId = ObjectId ?? other.ObjectId,
            Ports = [.. Ports.Union(other.Ports)],
            Snmp = Snmp ?? other.Snmp,
            Failure = Failure ?? other.Failure,
        };
    }

    private static bool? Same(string? one, string? other) => one is null || other is null ? null : string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

/// <param name="Protocol">Such as <c>ipps</c>.</param>
/// <param name="Path">Without a slash in front, such as <c>ipp/print</c>.</param>
public sealed record FoundPort(string Protocol, int Port, string? Path);

public enum DiscoverySource
{
    Snmp,
    Mdns,
}
