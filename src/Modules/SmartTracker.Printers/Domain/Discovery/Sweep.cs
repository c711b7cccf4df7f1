using System.Net;
using System.Net.Sockets;
using SmartTracker.Protocols.Http.Networks;

namespace SmartTracker.Printers.Domain.Discovery;

/// <summary>Every address and port that a search asks, in order and each once.</summary>
public static class Sweep
{
    /// <summary>A sixteenth of a class B network; at the usual pace some minutes.</summary>
    public const int MostAddresses = 4096;

    /// <summary>How many addresses lie in a network and can be those of devices.</summary>
    public static long CountOf(IPNetwork network)
    {
        var bits = Bits(network) - network.PrefixLength;
        if (bits > 32)
            return long.MaxValue;
        return HasEnds(network) ? (1L << bits) - 2 : 1L << bits;
    }

    /// <param name="usualPorts">Port of each way of asking, where an entry names no ports.</param>
    public static IEnumerable<SweepTarget> Of(IEnumerable<AllowedNetwork> networks, IReadOnlyCollection<int> usualPorts)
    {
        ArgumentNullException.ThrowIfNull(networks);
        ArgumentNullException.ThrowIfNull(usualPorts);
        return networks.SelectMany(entry => AddressesOf(entry.Network)
                .SelectMany(address => (entry.Ports ?? usualPorts).Where(port => entry.Allows(port)).Select(port => new SweepTarget(address, port))))
            .Distinct();
    }

    /// <summary>The part of the allowed networks that a person asks for, with their ports; empty where it lies in none.</summary>
    public static IReadOnlyList<AllowedNetwork> Within(IEnumerable<AllowedNetwork> allowed, IPNetwork part)
    {
        ArgumentNullException.ThrowIfNull(allowed);
        return [.. allowed.Where(entry => new AllowedNetwork(part, null).LiesIn(entry.Network)).Select(entry => entry with { Network = part })];
    }

    private static IEnumerable<IPAddress> AddressesOf(IPNetwork network)
    {
        var bytes = network.BaseAddress.GetAddressBytes();
        var first = HasEnds(network) ? 1 : 0;
        for (long offset = first, last = first + CountOf(network); offset < last; offset++)
            yield return Plus(bytes, offset);
    }

    private static IPAddress Plus(byte[] network, long offset)
    {
        var bytes = (byte[])network.Clone();
        for (var at = bytes.Length - 1; at >= 0 && offset > 0; at--, offset >>= 8)
            bytes[at] = (byte)(bytes[at] + (offset & 0xff));
        return new IPAddress(bytes);
    }

    // The first and the last address of an IPv4 network name the network and all of it.
    private static bool HasEnds(IPNetwork network) => network.BaseAddress.AddressFamily == AddressFamily.InterNetwork && network.PrefixLength < 31;

    private static int Bits(IPNetwork network) => network.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
}

public readonly record struct SweepTarget(IPAddress Address, int Port);
