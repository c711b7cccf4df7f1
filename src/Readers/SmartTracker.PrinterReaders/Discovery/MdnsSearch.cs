using System.Net;
using System.Runtime.CompilerServices;
using SmartTracker.Protocols.Mdns.Browsing;

namespace SmartTracker.PrinterReaders.Discovery;

/// <summary>Listens for printers that announce themselves in the own network segments (mDNS, DNS-SD). It asks the group and nobody else; who answers from
/// outside the allowed networks is left out.</summary>
/// <param name="allows">Asked with each address and port that a device claims.</param>
public sealed class MdnsSearch(MdnsOptions options, Func<IPEndPoint, bool> allows, TimeProvider clock)
{
    /// <summary>A device for each service that it announces: several of one device are told by <see cref="FoundDevice.IsSameAs"/> and joined by
    /// <see cref="FoundDevice.With"/>.</summary>
    public async IAsyncEnumerable<FoundDevice> SearchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var service in new MdnsBrowser(options, clock).BrowseAsync(cancellationToken))
        {
            // Its own address before one that it claims; a printer's card seldom has several.
            var addresses = service.Addresses.Contains(service.AnsweredBy) || service.Addresses.Count == 0 ? [service.AnsweredBy] : service.Addresses;
            if (addresses.FirstOrDefault(address => allows(new IPEndPoint(address, service.Port))) is { } address)
                yield return Device(service, address);
        }
    }

    private static FoundDevice Device(FoundService service, IPAddress address) => new()
    {
        Address = address,
        Source = DiscoverySource.Mdns,
        IsPrinter = true,
        Name = service.Name,
        Model = Text(service, "ty") ?? Text(service, "product")?.Trim('(', ')'),
        Uuid = Text(service, "UUID")?.ToLowerInvariant(),
        Location = Text(service, "note"),
        // Types are written _ipps._tcp.
        Ports = [new FoundPort(service.Type.Split('.')[0].TrimStart('_'), service.Port, Text(service, "rp")?.TrimStart('/'))],
    };

    private static string? Text(FoundService service, string key) => service.Text.GetValueOrDefault(key)?.Trim() is { Length: > 0 } text ? text : null;
}
