using System.Net;
using CsCheck;
using SmartTracker.Protocols.Mdns.Dns;

namespace SmartTracker.Protocols.Mdns.Tests;

/// <summary>Messages as they lie on the wire, whole and broken.</summary>
public sealed class CodecTests
{
    private static readonly Gen<DnsName> Name = Gen.Char["abc .\\_-Ää日"].Array[1, 12].Select(letters => new string(letters)).Array[0, 4].Select(labels => new DnsName(labels));

    private static readonly Gen<DnsRecord> Record = Gen.OneOf<DnsRecord>(
        Gen.Select(Name, Gen.UInt, Name).Select(x => (DnsRecord)new DnsPointer(x.Item1, x.Item2, x.Item3)),
        Gen.Select(Name, Gen.UInt, Gen.Int[0, 65535], Name).Select(x => (DnsRecord)new DnsService(x.Item1, x.Item2, x.Item3, x.Item4)),
        Gen.Select(Name, Gen.UInt, Gen.String[Gen.Char["a=ß"], 1, 40].Array[0, 5]).Select(x => (DnsRecord)new DnsText(x.Item1, x.Item2, x.Item3)),
        Gen.Select(Name, Gen.UInt, Gen.Byte.Array[4]).Select(x => (DnsRecord)new DnsAddress(x.Item1, x.Item2, new IPAddress(x.Item3))),
        Gen.Select(Name, Gen.UInt, Gen.Byte.Array[16]).Select(x => (DnsRecord)new DnsAddress(x.Item1, x.Item2, new IPAddress(x.Item3))));

    [Fact]
    public void Written_messages_are_read_as_they_were() => Gen.Select(Gen.UShort, Gen.Bool, Gen.Select(Name, Gen.Enum<DnsType>()).Array[0, 3], Record.Array[0, 6]).Sample((id, isResponse, questions, records) =>
    {
        var message = new DnsMessage(id, isResponse, [.. questions.Select(x => new DnsQuestion(x.Item1, x.Item2))], records);
        var (read, defect) = DnsDecoder.Decode(DnsEncoder.Encode(message));
        Assert.Null(defect);
        Assert.Equal((id, isResponse), (read!.Id, read.IsResponse));
        Assert.Equal(message.Questions, read.Questions);
        Assert.Equal(message.Records.Select(Comparable), read.Records.Select(Comparable));
    }, iter: 500);

    /// <summary>Lists are equal only where they are the same object.</summary>
    private static (DnsRecord Record, string Text) Comparable(DnsRecord record) => record is DnsText text ? (text with { Strings = [] }, string.Join('\n', text.Strings)) : (record, "");

    [Fact]
    public void An_answer_of_avahi_is_understood()
    {
        var (message, defect) = DnsDecoder.Decode(Make.Avahi);
        Assert.Null(defect);
        Assert.Equal((4, 10), (message!.Questions.Count, message.Records.Count));
        Assert.Contains(message.Records, record => record is DnsService { Port: 28631, Host: var host } && host.Equals(DnsName.Parse("PLOTTER-eg.local")) && record.Name.Labels[0] == "Plotter EG");
        Assert.Contains(message.Records, record => record is DnsText { Strings: var strings } && strings.Contains("rp=ipp/print"));
        Assert.Equal([IPAddress.IPv6Loopback, IPAddress.Loopback], message.Records.OfType<DnsAddress>().Select(record => record.Address));
    }

    [Fact]
    public void Cut_at_any_byte_a_message_is_none()
    {
        foreach (var bytes in new[] { Make.Avahi, DnsEncoder.Encode(Make.Answer(Make.Plotter())) })
        {
            for (var length = 0; length < bytes.Length; length++)
                Assert.StartsWith("byte ", DnsDecoder.Decode(bytes.AsMemory(0, length)).Defect, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Nothing_that_happens_to_the_bytes_makes_reading_throw() => Gen.Select(Gen.Int[0, Make.Avahi.Length - 1], Gen.Byte).List[1, 10].Sample(
        changes =>
        {
            var bytes = Make.Avahi.ToArray();
            foreach (var (at, value) in changes)
                bytes[at] = value;
            var (message, defect) = DnsDecoder.Decode(bytes);
            Assert.NotEqual(message is null, defect is null);
        },
        iter: 20_000);

    [Fact]
    public void Noise_makes_no_reading_throw() => Gen.Byte.Array[0, 100].Sample(
        noise =>
        {
            var (message, defect) = DnsDecoder.Decode((byte[])[0, 0, 0x84, 0, 0, 1, 0, 2, 0, 0, 0, 0, .. noise]);
            Assert.NotEqual(message is null, defect is null);
        },
        iter: 20_000);

    [Theory]
    [InlineData("C00C", "points forward")]
    [InlineData("C00E", "points forward")]
    [InlineData("C0FF", "points forward")]
    [InlineData("0161C00C", "points forward")]
    [InlineData("80", "no label")]
    [InlineData("3F61", "too long")]
    public void A_name_that_turns_in_circles_or_lies_about_its_length_ends(string name, string why) =>
        Assert.Contains(why, DnsDecoder.Decode((byte[])[0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, .. Convert.FromHexString(name), 0, 12, 0, 1]).Defect, StringComparison.Ordinal);

    [Fact]
    public void Two_names_that_point_at_each_other_end()
    {
        // The second name points to the first one, whose second label points to the second one.
        byte[] message = [0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 1, (byte)'a', 0xC0, 20, 0, 12, 0, 1, 1, (byte)'b', 0xC0, 12, 0, 12, 0, 1];
        Assert.Contains("points forward", DnsDecoder.Decode(message).Defect, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_much_of_anything_is_no_message()
    {
        Assert.Contains("more than 5 records", DnsDecoder.Decode(Make.Avahi, new MdnsLimits { Records = 5 }).Defect, StringComparison.Ordinal);
        Assert.Contains("more than 100", DnsDecoder.Decode(Make.Avahi, new MdnsLimits { MessageBytes = 100 }).Defect, StringComparison.Ordinal);
        // A name of 64 labels of three letters has 257 bytes.
        byte[] longest = [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, .. Enumerable.Repeat<byte[]>([3, 97, 97, 97], 64).SelectMany(label => label), 0, 0, 12, 0, 1];
        Assert.Contains("too long", DnsDecoder.Decode(longest).Defect, StringComparison.Ordinal);
    }
}
