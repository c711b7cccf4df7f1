using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SmartTracker.Protocols.Mdns.Browsing;
using SmartTracker.Protocols.Mdns.Dns;
using SmartTracker.Web.Tests.RealPrinter;

namespace SmartTracker.Protocols.Mdns.Tests;

/// <summary>The whole way over real sockets.</summary>
public sealed class BrowserTests
{
    [Fact]
    public async Task A_real_printer_that_avahi_announces_is_found()
    {
        await using var printer = await IppEvePrinter.StartAsync(isAnnounced: true);
        var found = new List<FoundService>();
        var options = new MdnsOptions { From = [IPAddress.Loopback], Duration = TimeSpan.FromSeconds(15) };
        await foreach (var service in new MdnsBrowser(options, TimeProvider.System).BrowseAsync(CancellationToken.None))
        {
            // Printers of other tests may be on this machine's loopback too.
            if (service.Port == printer.Port)
                found.Add(service);
            if (found.Count == 2)
                break;
        }

        Assert.Equal(["_ipp._tcp", "_ipps._tcp"], found.Select(service => service.Type).Order());
        Assert.All(found, service =>
        {
            Assert.StartsWith("Plotter EG", service.Name, StringComparison.Ordinal);
            Assert.Contains(IPAddress.Loopback, service.Addresses);
            Assert.Equal("ipp/print", service.Text["rp"]);
            Assert.NotEmpty(service.Text["UUID"]);
        });
    }

    [Fact]
    public async Task What_a_responder_leaves_out_is_asked_for()
    {
        await using var responder = new Responder((message, _) => [DnsEncoder.Encode(Make.Answer(Make.Plotter().Where(record => message.Questions.Any(question => question.Name.Equals(record.Name) && question.Type == TypeOf(record)))))]);
        var service = Assert.Single(await responder.BrowseAsync());
        Assert.Equal(("Plotter 2. OG", 631, 2), (service.Name, service.Port, service.Addresses.Count));
        Assert.Equal(IPAddress.Loopback, service.AnsweredBy);
    }

    [Fact]
    public async Task Among_noise_and_lies_the_right_answer_is_heard()
    {
        await using var responder = new Responder((_, _) =>
        [
            [], [1, 2, 3], new byte[9500], DnsEncoder.Encode(Make.Answer([new DnsPointer(DnsName.Parse("_other._tcp.local"), 9, DnsName.Parse("x._other._tcp.local"))])),
            DnsEncoder.Encode(Make.Answer([new DnsPointer(Make.Ipp, 9, DnsName.Parse("nested.name._ipp._tcp.local")), new DnsPointer(Make.Ipp, 9, Make.Ipp)])),
            DnsEncoder.Encode(Make.Answer(Make.Plotter())),
        ]);
        Assert.Equal("Plotter 2. OG", Assert.Single(await responder.BrowseAsync()).Name);
    }

    [Fact]
    public async Task A_responder_that_never_stops_does_not_hold_us()
    {
        var flood = DnsEncoder.Encode(Make.Answer(Make.Plotter("Plotter", 0)));
        await using var responder = new Responder((_, _) => Enumerable.Repeat(flood, 5000));
        var watch = Stopwatch.StartNew();
        Assert.Empty(await responder.BrowseAsync());
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
        Assert.Empty(await responder.BrowseAsync(new MdnsLimits { Packets = 10 }));
    }

    [Fact]
    public async Task Silence_ends_with_the_time_and_a_network_that_is_not_there_gives_nothing()
    {
        await using var responder = new Responder((_, _) => []);
        Assert.Empty(await responder.BrowseAsync());
        Assert.InRange(responder.Questions, 1, 2);
        var nowhere = new MdnsOptions { From = [IPAddress.Parse("192.0.2.99")], Duration = TimeSpan.FromMilliseconds(100) };
        Assert.Empty(await new MdnsBrowser(nowhere, TimeProvider.System).BrowseAsync(CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task Cancelling_throws()
    {
        await using var responder = new Responder((_, _) => []);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var browsing = new MdnsBrowser(responder.Options() with { Duration = TimeSpan.FromSeconds(30) }, TimeProvider.System).BrowseAsync(cancel.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => browsing.ToListAsync().AsTask());
    }

    private static DnsType TypeOf(DnsRecord record) => record switch
    {
        DnsPointer => DnsType.Pointer,
        DnsService => DnsType.Service,
        DnsText => DnsType.Text,
        DnsAddress { Address.AddressFamily: AddressFamily.InterNetwork } => DnsType.Address,
        _ => DnsType.Address6,
    };

    /// <summary>Our own responder on a port of its own, asked by unicast.</summary>
    private sealed class Responder : IAsyncDisposable
    {
        private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        private readonly CancellationTokenSource _end = new();
        private readonly Func<DnsMessage, IPEndPoint, IEnumerable<byte[]>> _answer;
        private readonly Task _running;
        private int _questions;

        public Responder(Func<DnsMessage, IPEndPoint, IEnumerable<byte[]>> answer)
        {
            _answer = answer;
            _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            _running = RunAsync();
        }

        public int Questions => Volatile.Read(ref _questions);

        public MdnsOptions Options() => new() { From = [IPAddress.Loopback], Group = (IPEndPoint)_socket.LocalEndPoint!, Duration = TimeSpan.FromSeconds(2) };

        public async Task<List<FoundService>> BrowseAsync(MdnsLimits? limits = null) =>
            await new MdnsBrowser(Options() with { Limits = limits ?? MdnsLimits.Default }, TimeProvider.System).BrowseAsync(CancellationToken.None).ToListAsync();

        public async ValueTask DisposeAsync()
        {
            await _end.CancelAsync();
            await _running;
            _socket.Dispose();
            _end.Dispose();
        }

        private async Task RunAsync()
        {
            var buffer = new byte[9000];
            try
            {
                while (true)
                {
                    var received = await _socket.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), _end.Token);
                    Interlocked.Increment(ref _questions);
                    foreach (var answer in _answer(DnsDecoder.Decode(buffer.AsSpan(0, received.ReceivedBytes).ToArray()).Message!, (IPEndPoint)received.RemoteEndPoint))
                        await _socket.SendToAsync(answer, SocketFlags.None, received.RemoteEndPoint, _end.Token);
                }
            }
            catch (OperationCanceledException)
            {
                // The end.
            }
        }
    }
}
