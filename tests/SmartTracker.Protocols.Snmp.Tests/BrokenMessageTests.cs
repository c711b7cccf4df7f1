using CsCheck;
using SmartTracker.Protocols.Snmp.Codec;
using SmartTracker.Protocols.Snmp.Messages;
using SmartTracker.SnmpPeers;
using SmartTracker.TestHost;

namespace SmartTracker.Protocols.Snmp.Tests;

/// <summary>Whatever arrives, reading ends: with a message or with a word about what is wrong.</summary>
public sealed class BrokenMessageTests
{
    private static readonly IReadOnlyList<SnmpVarbind> Plotter = Devices.Varbinds("plotter");

    private static readonly byte[] Community = SnmpEncoder.Encode(new CommunityMessage(false, "public"u8.ToArray(), new SnmpPdu(SnmpPduType.Response, 77, 0, 0, Plotter)));

    private static readonly byte[] Scoped = SnmpEncoder.Encode(new ScopedPdu(new byte[12], default, new SnmpPdu(SnmpPduType.Response, 77, 0, 0, [.. Plotter.Take(20)])));

    private static readonly byte[] Usm = SnmpEncoder.Encode(new UsmMessage
    {
        MessageId = 5,
        MaximumSize = 65507,
        Flags = UsmMessage.Authenticated,
        EngineId = new byte[12],
        Boots = 1,
        Time = 2,
        UserName = "reader"u8.ToArray(),
        Code = new byte[24],
        Data = Scoped,
    });

    public static TheoryData<string> Messages => [nameof(Community), nameof(Usm), nameof(Scoped)];

    [Theory, MemberData(nameof(Messages))]
    public void Cut_at_any_byte_a_message_is_none(string message)
    {
        var bytes = Bytes(message);
        Assert.All(BrokenBytes.CutAnywhere(bytes), cut => Assert.StartsWith("byte ", Defect(message, cut), StringComparison.Ordinal));
        Assert.Null(Defect(message, bytes));
        // Bytes behind it do no harm.
        Assert.Null(Defect(message, [.. bytes, 0, 0]));
    }

    [Fact]
    public void Cut_at_any_byte_an_archive_gives_what_lies_whole_before_the_cut()
    {
        var bytes = SnmpVarbinds.Encode(Plotter);
        Assert.All(BrokenBytes.CutAnywhere(bytes), cut =>
        {
            var (varbinds, defect) = SnmpVarbinds.Decode(cut);
            Assert.Equal(Plotter.Take(varbinds.Count), varbinds);
            Assert.Equal(defect is null, varbinds.Sum(varbind => varbind.Encoded.Length) == cut.Length);
        });
    }

    [Theory, MemberData(nameof(Messages))]
    public void Nothing_that_happens_to_the_bytes_makes_reading_throw(string message)
    {
        var golden = Bytes(message);
        Gen.Select(Gen.Int[0, golden.Length - 1], Gen.Byte, Gen.Int[0, 3]).List[1, 12].Sample(
            changes => IsSound(message, BrokenBytes.Changed(golden, changes)),
            iter: 10_000);
    }

    [Fact]
    public void Noise_makes_no_reading_throw() => Gen.Byte.Array[0, 200].Sample(
        noise =>
        {
            IsSound(nameof(Scoped), noise);
            IsSound(nameof(Community), [0x30, 0x82, (byte)(noise.Length >> 8), (byte)(noise.Length & 0xFF), .. noise]);
            Assert.InRange(SnmpVarbinds.Decode(noise).Varbinds.Count, 0, noise.Length / 5);
        },
        iter: 20_000);

    [Fact]
    public void Too_much_of_anything_is_no_message()
    {
        Assert.Contains("more than 5 varbinds", SnmpDecoder.Decode(Community, new SnmpLimits { Varbinds = 5 }).Defect, StringComparison.Ordinal);
        Assert.Contains("more than 99", SnmpDecoder.Decode(Community, new SnmpLimits { MessageBytes = 99 }).Defect, StringComparison.Ordinal);
        var (varbinds, defect) = SnmpVarbinds.Decode(SnmpVarbinds.Encode(Plotter), new SnmpLimits { WalkVarbinds = 7 });
        Assert.Equal((7, "more than 7 varbinds"), (varbinds.Count, defect));
    }

    /// <summary>Lengths left open, tags inside tags, tags of many bytes: SNMP has none of it.</summary>
    [Fact]
    public void Bombs_of_BER_end_at_once_and_cost_nothing()
    {
        byte[][] bombs =
        [
            [.. Enumerable.Repeat<byte>(0x30, 30_000).SelectMany(tag => new byte[] { tag, 0x80 })],
            [.. Enumerable.Repeat<byte>(0x24, 30_000).SelectMany(tag => new byte[] { tag, 0x80 })],
            [0x30, 0x84, 0x7F, 0xFF, 0xFF, 0xFF, 0x02, 0x01, 0x01],
            [0x30, 0x88, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
            [0x3F, .. Enumerable.Repeat<byte>(0xFF, 60_000)],
        ];
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var bomb in bombs)
            Assert.NotNull(SnmpDecoder.Decode(bomb).Defect);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    private static string? Defect(string message, byte[] bytes) => message == nameof(Scoped) ? SnmpDecoder.DecodeScoped(bytes).Defect : SnmpDecoder.Decode(bytes).Defect;

    /// <summary>Either a message that can be written and read again, or a defect that says where.</summary>
    private static void IsSound(string message, byte[] bytes)
    {
        if (Defect(message, bytes) is { } defect)
            Assert.Contains("byte", defect, StringComparison.Ordinal);
        else if (message == nameof(Scoped))
            Assert.Null(SnmpDecoder.DecodeScoped(SnmpEncoder.Encode(SnmpDecoder.DecodeScoped(bytes).Value!)).Defect);
        else
            Assert.Null(SnmpDecoder.Decode(SnmpEncoder.Encode(SnmpDecoder.Decode(bytes).Value!)).Defect);
    }

    private static byte[] Bytes(string message) => message switch { nameof(Community) => Community, nameof(Usm) => Usm, _ => Scoped };
}
