using System.Net;

namespace SmartTracker.Protocols.Http.Tests;

/// <summary>A device cannot send us anywhere: not by a redirect, not by a name that changes its mind, not through a proxy.</summary>
public sealed class WayOutTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_told_and_not_followed_wherever_it_leads(int status)
    {
        await using var canary = new RawDevice([]);
        foreach (var target in new[]
        {
            $"http://127.0.0.1:{canary.Port}/latest/meta-data/", $"//127.0.0.1:{canary.Port}/", $"http://[::ffff:127.0.0.1]:{canary.Port}/", $"http://localhost:{canary.Port}/",
            "http://169.254.169.254/latest/meta-data/", "/elsewhere", "file:///etc/passwd", "gopher://127.0.0.1/", "\\\\127.0.0.1\\share",
        })
        {
            await using var device = new RawDevice(RawDevice.Bytes($"HTTP/1.1 {status} Moved\r\nLocation: {target}\r\nRefresh: 0; url={target}\r\nContent-Length: 0\r\n\r\n"));
            var reply = await device.Connection().AskAsync();
            Assert.Equal((DeviceFailureKind.Redirected, target), (reply.Failure!.Kind, reply.Failure.Detail));
            Assert.Equal(1, device.Connections);
        }

        Assert.Equal(0, canary.Connections);
    }

    [Fact]
    public async Task A_target_as_long_as_a_book_is_cut_for_the_sentence()
    {
        await using var device = new RawDevice(RawDevice.Bytes($"HTTP/1.1 302 Found\r\nLocation: /{new string('x', 30_000)}\r\nContent-Length: 0\r\n\r\n"));
        Assert.InRange((await device.Connection().AskAsync()).Failure!.Detail.Length, 100, 250);
    }

    [Fact]
    public async Task A_name_that_leads_elsewhere_the_second_time_is_judged_anew_and_gets_no_packet()
    {
        IPAddress[] answers = [IPAddress.Parse("127.0.0.2"), IPAddress.Loopback];
        await using var canary = new RawDevice([]);
        await using var device = new RawDevice(
            async (socket, stop) => await socket.SendAsync(RawDevice.Bytes("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx"), stop), new IPEndPoint(answers[0], canary.Port));
        var asked = 0;
        var connection = device.Connection() with
        {
            Address = new Uri($"http://plotter.example:{canary.Port}/"),
            Allows = endpoint => endpoint.Address.Equals(answers[0]),
            Resolve = (_, _) => Task.FromResult<IPAddress[]>([answers[asked++]]),
        };
        using var client = new DeviceClient(connection, TimeProvider.System);
        Assert.Null((await client.SendAsync(new DeviceRequest("/jobs", "text/xml"), CancellationToken.None)).Failure);
        var second = await client.SendAsync(new DeviceRequest("/jobs", "text/xml"), CancellationToken.None);
        Assert.Equal(new DeviceFailure(DeviceFailureKind.NotAllowed, $"127.0.0.1:{canary.Port}"), second.Failure);
        Assert.Equal((2, 1, 0), (asked, device.Connections, canary.Connections));
    }

    [Fact]
    public async Task Of_several_addresses_only_those_that_are_allowed_are_tried()
    {
        await using var device = new RawDevice(RawDevice.Bytes("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"));
        var asked = new List<IPEndPoint>();
        var connection = device.Connection() with
        {
            Address = new Uri($"http://plotter.example:{device.Port}/"),
            Allows = endpoint =>
            {
                asked.Add(endpoint);
                return endpoint.Address.Equals(IPAddress.Loopback);
            },
            Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("169.254.169.254"), IPAddress.Parse("::ffff:127.0.0.1")]),
        };
        Assert.Null((await connection.AskAsync()).Failure);
        Assert.Equal([new(IPAddress.Parse("169.254.169.254"), device.Port), new(IPAddress.Loopback, device.Port)], asked);
    }

    [Fact]
    public async Task The_proxy_of_this_computer_is_not_asked()
    {
        await using var proxy = new RawDevice([]);
        await using var device = new RawDevice(RawDevice.Bytes("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"));
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy($"http://127.0.0.1:{proxy.Port}/", BypassOnLocal: false);
        try
        {
            Assert.Null((await device.Connection().AskAsync()).Failure);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }

        Assert.Equal((0, 1), (proxy.Connections, device.Connections));
    }
}
