using System.Net;
using System.Net.Sockets;

namespace SmartTracker.Protocols.Http.Networks;

/// <summary>Addresses that are a spelling of another one. The rules look at the address that is reached in the end.</summary>
internal static class EmbeddedAddress
{
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");                  // RFC 3056
    private static readonly IPNetwork WellKnownNat64 = IPNetwork.Parse("64:ff9b::/96");          // RFC 6052
    private static readonly IPNetwork LocalNat64 = IPNetwork.Parse("64:ff9b:1::/48");            // RFC 8215
    private static readonly IPNetwork Ipv4Compatible = IPNetwork.Parse("::/96");                 // RFC 4291, deprecated
    private static readonly IPNetwork Ipv4Translated = IPNetwork.Parse("::ffff:0:0:0/96");       // RFC 2765
    private static readonly IPNetwork Teredo = IPNetwork.Parse("2001::/32");                     // RFC 4380
    private static readonly IPNetwork Isatap = IPNetwork.Parse("::200:5efe:0:0/96");             // RFC 5214, interface id under any prefix

    public static IPAddress Unwrap(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();

        // The scope id says which interface, not which address.
        var bytes = address.GetAddressBytes();
        var plain = new IPAddress(bytes);
        if (SixToFour.Contains(plain))
            return new IPAddress(bytes.AsSpan(2, 4));
        if (WellKnownNat64.Contains(plain) || LocalNat64.Contains(plain) || Ipv4Translated.Contains(plain) || IsIsatap(bytes))
            return new IPAddress(bytes.AsSpan(12, 4));
        if (Teredo.Contains(plain))
            return new IPAddress([.. bytes.AsSpan(12, 4).ToArray().Select(part => (byte)(part ^ 0xff))]);
        if (Ipv4Compatible.Contains(plain) && !plain.Equals(IPAddress.IPv6Loopback) && !plain.Equals(IPAddress.IPv6Any))
            return new IPAddress(bytes.AsSpan(12, 4));
        return plain;
    }

    private static bool IsIsatap(byte[] bytes)
    {
        var interfaceId = new byte[16];
        bytes.AsSpan(8, 8).CopyTo(interfaceId.AsSpan(8));
        var universal = interfaceId[8] is 0 or 2;
        interfaceId[8] = 2;
        return universal && Isatap.Contains(new IPAddress(interfaceId));
    }
}
