using System.Net;

namespace SmartTracker.Protocols.Mdns.Browsing;

public sealed record MdnsOptions
{
    /// <summary>IPP with and without TLS, LPD, and raw TCP as printers announce it.</summary>
    public static IReadOnlyList<string> Printers { get; } = ["_ipp._tcp", "_ipps._tcp", "_printer._tcp", "_pdl-datastream._tcp"];

    public IReadOnlyList<string> Types { get; init; } = Printers;

    /// <summary>How long is listened altogether. Devices that sleep answer within a second or two.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Own addresses whose networks are asked; null for all that can multicast, without this machine's loopback.</summary>
    public IReadOnlyList<IPAddress>? From { get; init; }

    /// <summary>Where the questions go: the group of RFC 6762 §3, or for IPv4 another place.</summary>
    public IPEndPoint Group { get; init; } = new(IPAddress.Parse("224.0.0.251"), 5353);

    public MdnsLimits Limits { get; init; } = MdnsLimits.Default;
}
