using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Threading.Channels;
using SmartTracker.Protocols.Mdns.Dns;

namespace SmartTracker.Protocols.Mdns.Browsing;

/// <summary>Finds services in the networks that this machine stands in (RFC 6762, RFC 6763). Asks and listens, announces nothing. What happens on the way
/// only makes it find less; nothing but cancellation throws.</summary>
public sealed class MdnsBrowser(MdnsOptions options, TimeProvider clock)
{
    /// <summary>Packets that wait to be read; what comes faster is lost, as UDP may.</summary>
    private const int Waiting = 256;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private readonly DnsName[] _types = [.. options.Types.Select(type => DnsName.Parse(type + ".local"))];

    /// <summary>Each instance once, as soon as all about it is known, at the latest when the time is over.</summary>
    public async IAsyncEnumerable<FoundService> BrowseAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(options.Duration, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, over.Token);
        var sockets = (options.From ?? MdnsSocket.OwnAddresses()).Select(from => MdnsSocket.Open(from, options.Group)).OfType<MdnsSocket>().ToList();
        var packets = Channel.CreateBounded<(byte[] Packet, IPAddress Sender)>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropWrite });
        List<Task> running = [AskAgainAsync(sockets, end.Token), .. sockets.Select(socket => socket.ListenAsync(packets.Writer, options.Limits.MessageBytes, end.Token))];
        try
        {
            var catalog = new ServiceCatalog(_types, options.Limits);
            for (var seen = 0; seen < options.Limits.Packets && await NextAsync(packets.Reader, end.Token) is var (packet, sender); seen++)
            {
                if (DnsDecoder.Decode(packet, options.Limits).Message is not { } message)
                    continue;
                catalog.Add(message, sender);
                foreach (var service in catalog.TakeComplete())
                    yield return service;
                await AskAsync(sockets, catalog.TakeQuestions(), end.Token);
            }

            cancellationToken.ThrowIfCancellationRequested();
            foreach (var service in catalog.TakeRest())
                yield return service;
        }
        finally
        {
            await end.CancelAsync();
            await Task.WhenAll(running);
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    private static async Task<(byte[] Packet, IPAddress Sender)?> NextAsync(ChannelReader<(byte[] Packet, IPAddress Sender)> packets, CancellationToken cancellationToken)
    {
        try
        {
            return await packets.ReadAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Packets get lost, and devices sleep; each pause is twice as long (RFC 6762 §5.2).</summary>
    private async Task AskAgainAsync(List<MdnsSocket> sockets, CancellationToken cancellationToken)
    {
        try
        {
            for (var pause = FirstPause; ; pause *= 2)
            {
                await AskAsync(sockets, [.. _types.Select(type => new DnsQuestion(type, DnsType.Pointer))], cancellationToken);
                await Task.Delay(pause, clock, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The time is over.
        }
    }

    private static async Task AskAsync(List<MdnsSocket> sockets, IReadOnlyList<DnsQuestion> questions, CancellationToken cancellationToken)
    {
        // Answers to a port of one's own echo the id (RFC 6762 §6.7).
        foreach (var some in questions.Chunk(20))
        {
            var packet = DnsEncoder.Encode(new DnsMessage((ushort)RandomNumberGenerator.GetInt32(1, ushort.MaxValue), false, some, []));
            foreach (var socket in sockets.TakeWhile(_ => !cancellationToken.IsCancellationRequested))
                await socket.AskAsync(packet, CancellationToken.None);
        }
    }
}
