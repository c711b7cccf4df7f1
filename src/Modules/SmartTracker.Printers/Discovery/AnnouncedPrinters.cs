using System.Net;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.Discovery;
using SmartTracker.PrinterReaders.Ipp;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Protocols.Mdns.Browsing;

namespace SmartTracker.Printers.Discovery;

/// <summary>Printers that announce IPP in this server's own network segments. Each is asked itself before it counts: an announcement is a claim.</summary>
public sealed class AnnouncedPrinters(IPrinterNetwork network, IEnumerable<IPrinterReader> readers, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    public async Task ListenAsync(DiscoveryRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        // Nobody announces anything to a computer's own loopback.
        if (run.IsLoopbackOnly)
            return;
        var reader = readers.OfType<IppReader>().Single();
        await foreach (var device in new MdnsSearch(new MdnsOptions(), network.Allows, clock).SearchAsync(cancellationToken))
        {
            foreach (var port in device.Ports.Where(port => port.Protocol is "ipp" or "ipps"))
            {
                var endpoint = new IPEndPoint(device.Address, port.Port);
                if (!run.Covers(endpoint) || !Uri.TryCreate($"{port.Protocol}://{endpoint}/{port.Path ?? "ipp/print"}", UriKind.Absolute, out var address))
                    continue;
                var contact = await reader.ReadIdentityAsync(new PrinterConnection { Address = address, Allows = network.Allows, Deadline = Patience, MaximumBytes = 1024 * 1024 }, cancellationToken);
                if (contact.Identity is { } identity)
                    run.Add(new FoundPrinter(address, reader.Protocol, identity with { DeviceName = identity.DeviceName ?? device.Name }) { Certificate = contact.Certificate });
            }
        }
    }
}
