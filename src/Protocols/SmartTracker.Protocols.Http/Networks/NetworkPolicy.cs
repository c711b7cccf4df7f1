using System.Net;

namespace SmartTracker.Protocols.Http.Networks;

/// <summary>Decides whether a connection to an address and port is allowed. Everything that no entry names is refused;
/// addresses that lead to the host itself or to no proper device need an entry of their own.</summary>
public sealed class NetworkPolicy(IReadOnlyCollection<AllowedNetwork> allowed)
{
    private static readonly IPNetwork[] Loopback = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    private static readonly IPNetwork[] Special =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("224.0.0.0/4"),
        IPNetwork.Parse("240.0.0.0/4"),
        IPNetwork.Parse("::/128"),
        IPNetwork.Parse("fe80::/10"),
        IPNetwork.Parse("fec0::/10"),
        IPNetwork.Parse("ff00::/8"),
    ];

    public bool Allows(IPAddress address, int port)
    {
        ArgumentNullException.ThrowIfNull(address);
        var target = EmbeddedAddress.Unwrap(address);
        var entries = allowed.Where(entry => entry.Network.Contains(target) && entry.Allows(port));
        if (Find(Loopback, target) is { } loopback)
            return entries.Any(entry => entry.LiesIn(loopback) && entry.NamesPorts);
        if (Find(Special, target) is { } special)
            return entries.Any(entry => entry.LiesIn(special));
        return entries.Any();
    }

    private static IPNetwork? Find(IPNetwork[] ranges, IPAddress target)
    {
        foreach (var range in ranges)
        {
            if (range.Contains(target))
                return range;
        }

        return null;
    }
}
