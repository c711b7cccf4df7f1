using System.Diagnostics;
using System.IO.Compression;
using System.Net.Sockets;

namespace SmartTracker.Protocols.Http.Tests;

/// <summary>Whatever a device puts on the wire, a visit ends in time, reads no more than it may, and takes nothing broken for whole.</summary>
public sealed class WireTests
{
    private const int Cap = 1024 * 1024;

    private static readonly byte[] Body = "<?xml version=\"1.0\"?><jobs><job>Grundriß EG</job><job>Schnitt A-A</job></jobs>"u8.ToArray();

    public static TheoryData<string> Framings => ["length", "chunks", "gzip", "gzip in chunks"];

    [Theory, MemberData(nameof(Framings))]
    public async Task An_answer_cut_at_any_byte_is_never_taken_for_whole(string framing)
    {
        var golden = Golden(framing);
        var length = 0;
        await using var device = new RawDevice(async (socket, stop) => await socket.SendAsync(golden.AsMemory(0, length), stop));
        for (; length < golden.Length; length++)
        {
            var reply = await device.Connection().AskAsync();
            Assert.True(reply.Failure?.Kind is DeviceFailureKind.Incomplete or DeviceFailureKind.NotUnderstood or DeviceFailureKind.Unreachable, $"Cut at {length}: {reply.Failure}");
            Assert.True(reply.Answer is not { IsWhole: true }, $"Cut at {length}.");
            Assert.True(Body.AsSpan().StartsWith(reply.Answer?.Body), $"Cut at {length}.");
        }

        var whole = await device.Connection().AskAsync();
        Assert.Null(whole.Failure);
        Assert.Equal(Body, whole.Answer!.Body);
    }

    [Fact]
    public async Task A_connection_that_is_reset_in_the_middle_leaves_what_had_arrived()
    {
        await using var device = new RawDevice(async (socket, stop) =>
        {
            await socket.SendAsync(RawDevice.Bytes("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<jobs>"), stop);
            await Task.Delay(100, stop);
            socket.LingerState = new LingerOption(true, 0);
            socket.Close();
        });
        var reply = await device.Connection().AskAsync();
        Assert.Equal(DeviceFailureKind.Incomplete, reply.Failure!.Kind);
        Assert.Equal("<jobs>"u8.ToArray(), reply.Answer!.Body);
        Assert.False(reply.Answer.IsWhole);
    }

    public static TheoryData<string, DeviceFailureKind> Floods => new()
    {
        { "headers without end", DeviceFailureKind.NotUnderstood },
        { "one header without end", DeviceFailureKind.NotUnderstood },
        { "a status line without end", DeviceFailureKind.NotUnderstood },
        { "continue without end", DeviceFailureKind.NotUnderstood },
        { "a body without end", DeviceFailureKind.TooLarge },
        { "chunks of one byte without end", DeviceFailureKind.TooLarge },
        { "a chunk's extension without end", DeviceFailureKind.Incomplete },
        { "trailers without end", DeviceFailureKind.Incomplete },
    };

    [Theory, MemberData(nameof(Floods))]
    public async Task What_does_not_end_is_ended_without_being_read_on(string flood, DeviceFailureKind kind)
    {
        var (head, piece) = Flood(flood);
        long sent = 0;
        await using var device = new RawDevice(async (socket, stop) =>
        {
            await socket.SendAsync(head, stop);
            while (!stop.IsCancellationRequested)
                sent += await socket.SendAsync(piece, stop);
        });
        var watch = Stopwatch.StartNew();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var reply = await device.Connection(Cap).AskAsync();
        Assert.Equal(kind, reply.Failure!.Kind);
        Assert.InRange(reply.Answer?.Body.Length ?? 0, 0, Cap);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 16 * Cap);
        // What the sockets between hold counts too.
        Assert.InRange(sent, 0, 24 * Cap);
    }

    [Theory]
    [InlineData("a header", "HTTP/1.1 200 OK\r\nX-Slow: ")]
    [InlineData("a body", "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")]
    [InlineData("a chunk's size", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")]
    public async Task One_byte_now_and_then_does_not_move_the_deadline(string what, string head)
    {
        Assert.NotEmpty(what);
        await using var device = new RawDevice(async (socket, stop) =>
        {
            await socket.SendAsync(RawDevice.Bytes(head), stop);
            while (!stop.IsCancellationRequested)
            {
                await socket.SendAsync("0"u8.ToArray(), stop);
                await Task.Delay(50, stop);
            }
        });
        var watch = Stopwatch.StartNew();
        var reply = await device.Connection(seconds: 1).AskAsync();
        Assert.Equal(DeviceFailureKind.TimedOut, reply.Failure!.Kind);
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_bomb_is_stopped_behind_the_cap_while_it_unpacks()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 256; megabyte++)
                await gzip.WriteAsync(zeros);
        }

        Assert.True(packed.Length < Cap);
        await using var device = new RawDevice([.. RawDevice.Bytes($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n\r\n"), .. packed.ToArray()]);
        await device.Connection(Cap).AskAsync();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var reply = await device.Connection(Cap).AskAsync();
        Assert.Equal(DeviceFailureKind.TooLarge, reply.Failure!.Kind);
        Assert.Equal(Cap, reply.Answer!.Body.Length);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 16 * Cap);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nabcd\r\n0\r\n\r\n")]
    [InlineData("HTTP/9.9 abc\r\n\r\n")]
    [InlineData("SSH-2.0-dropbear\r\n")]
    [InlineData("\r\n\r\n\r\n\r\n")]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0")]
    public async Task What_is_not_HTTP_is_not_understood_and_nothing_throws(string answer)
    {
        await using var device = new RawDevice(RawDevice.Bytes(answer));
        var reply = await device.Connection().AskAsync();
        Assert.True(reply.Failure?.Kind is DeviceFailureKind.NotUnderstood or DeviceFailureKind.Incomplete, $"{reply.Failure}");
        Assert.True(reply.Answer is not { IsWhole: true });
    }

    [Theory]
    [InlineData("text/xml; charset=no-such-charset")]
    [InlineData("text/xml; charset=utf-7")]
    [InlineData("text/xml; charset=\"utf-16")]
    [InlineData(";;;=,\"")]
    [InlineData("Grundriß")]
    public async Task A_wrong_word_about_the_characters_changes_no_byte(string type)
    {
        await using var device = new RawDevice([.. RawDevice.Bytes($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {Body.Length}\r\n\r\n"), .. Body]);
        var reply = await device.Connection().AskAsync();
        Assert.Null(reply.Failure);
        Assert.Equal(Body, reply.Answer!.Body);
    }

    private static byte[] Golden(string framing)
    {
        var body = framing.StartsWith("gzip", StringComparison.Ordinal) ? Packed(Body) : Body;
        var encoding = framing.StartsWith("gzip", StringComparison.Ordinal) ? "Content-Encoding: gzip\r\n" : "";
        return framing.EndsWith("chunks", StringComparison.Ordinal)
            ? [.. RawDevice.Bytes($"HTTP/1.1 200 OK\r\n{encoding}Transfer-Encoding: chunked\r\n\r\n20\r\n"), .. body[..0x20], .. RawDevice.Bytes($"\r\n{body.Length - 0x20:x}\r\n"), .. body[0x20..], .. RawDevice.Bytes("\r\n0\r\n\r\n")]
            : [.. RawDevice.Bytes($"HTTP/1.1 200 OK\r\n{encoding}Content-Length: {body.Length}\r\n\r\n"), .. body];
    }

    private static byte[] Packed(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
            gzip.Write(body);
        return packed.ToArray();
    }

    private static (byte[] Head, byte[] Piece) Flood(string flood)
    {
        var line = new string('x', 1000);
        var (head, piece) = flood switch
        {
            "headers without end" => ("HTTP/1.1 200 OK\r\n", $"X-Flood: {line}\r\n"),
            "one header without end" => ("HTTP/1.1 200 OK\r\nX-Flood: ", line),
            "a status line without end" => ("HTTP/1.1 200 ", line),
            "continue without end" => ("", "HTTP/1.1 100 Continue\r\n\r\n"),
            "a body without end" => ("HTTP/1.1 200 OK\r\n\r\n", line),
            "chunks of one byte without end" => ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", string.Concat(Enumerable.Repeat("1\r\nx\r\n", 200))),
            "a chunk's extension without end" => ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;", line),
            _ => ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n", $"X-Flood: {line}\r\n"),
        };
        return (RawDevice.Bytes(head), RawDevice.Bytes(piece));
    }
}
