using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SmartTracker.Protocols.Http.Networks;

/// <summary>One entry of the host operator's list: a network and the ports on it, written <c>10.20.0.0/16</c>, <c>10.20.0.0/16:443,8443</c>,
/// <c>127.0.0.1:9001</c> or <c>[fd00::1]:443</c>. Without ports the usual ones of printers are meant.</summary>
public sealed record AllowedNetwork(IPNetwork Network, IReadOnlyCollection<int>? Ports)
{
    public static IReadOnlyCollection<int> UsualPorts { get; } = [80, 443, 631, 161];

    public bool NamesPorts => Ports is not null;

    /// <summary>As an operator writes it.</summary>
    public string Written => Ports is null ? $"{Network}" : $"{Network}:{string.Join(',', Ports)}";

    public bool Allows(int port) => (Ports ?? UsualPorts).Contains(port);

    public bool LiesIn(IPNetwork other) =>
        other.BaseAddress.AddressFamily == Network.BaseAddress.AddressFamily
        && Network.PrefixLength >= other.PrefixLength
        && other.Contains(Network.BaseAddress);

    /// <exception cref="FormatException">The entry is not a network; the message shows it.</exception>
    public static AllowedNetwork Parse(string entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var (network, ports) = Split(entry.Trim());
        if (ParseNetwork(network) is { } parsed && TryParsePorts(ports, out var list))
            return new AllowedNetwork(parsed, list);
        throw new FormatException($"'{entry}' is not a network such as 10.20.0.0/16 or 10.20.0.0/16:443,8443.");
    }

    private static (string Network, string? Ports) Split(string entry)
    {
        if (entry.StartsWith('['))
        {
            var end = entry.IndexOf(']', StringComparison.Ordinal);
            return end < 0 ? (entry, null) : SplitAt(entry[1..end] + entry[(end + 1)..], end - 1);
        }

        var slash = entry.IndexOf('/', StringComparison.Ordinal);
        var isPlainIpv6 = slash < 0 && entry.Count(c => c == ':') > 1;
        return isPlainIpv6 ? (entry, null) : SplitAt(entry, Math.Max(slash, 0));
    }

    private static (string Network, string? Ports) SplitAt(string entry, int from)
    {
        var colon = entry.IndexOf(':', from);
        return colon < 0 ? (entry, null) : (entry[..colon], entry[(colon + 1)..]);
    }

    private static IPNetwork? ParseNetwork(string text)
    {
        if (IPNetwork.TryParse(text, out var network))
            return network;
        // IPAddress.Parse would take "10" or "0x7f.1" for an address too; an operator writes it in full.
        if (!IPAddress.TryParse(text, out var address) || (address.AddressFamily == AddressFamily.InterNetwork && address.ToString() != text))
            return null;
        return new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
    }

    private static bool TryParsePorts(string? text, out IReadOnlyCollection<int>? ports)
    {
        ports = null;
        if (text is null)
            return true;
        var list = new List<int>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535)
                return false;
            list.Add(port);
        }

        ports = list;
        return true;
    }
}
