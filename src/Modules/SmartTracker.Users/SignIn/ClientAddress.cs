using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace SmartTracker.Users.SignIn;

/// <summary>Where a request comes from, as far as it tells one customer from another.</summary>
public static class ClientAddress
{
    /// <summary>What tries are counted by: an IPv4 address, or the /64 network that an IPv6 customer is given. Null for this machine, behind which a
    /// proxy may hide everybody.</summary>
    public static string? Network(IPAddress? address)
    {
        if (address is null)
            return null;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address))
            return null;
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]) + "/64"
            : address.ToString();
    }

    /// <summary>As the user may recognise it in the list of sessions.</summary>
    public static string Text(HttpContext? http) => http?.Connection.RemoteIpAddress is not { } address ? ""
        : (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
}
