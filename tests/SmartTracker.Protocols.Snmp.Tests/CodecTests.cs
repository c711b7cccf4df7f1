using CsCheck;
using SmartTracker.Protocols.Snmp.Codec;
using SmartTracker.Protocols.Snmp.Messages;

namespace SmartTracker.Protocols.Snmp.Tests;

/// <summary>Messages as they lie on the wire.</summary>
public sealed class CodecTests
{
    private static readonly Gen<Oid> Name =
        Gen.Select(Gen.UInt[0, 2], Gen.UInt[0, 39], Gen.UInt.Array[0, 20]).Select(x => new Oid([x.Item1, x.Item2, .. x.Item3]));

    private static Gen<byte> Tags(params byte[] tags) => Gen.Int[0, tags.Length - 1].Select(at => tags[at]);

    private static readonly Gen<SnmpValue> Value = Gen.OneOf<SnmpValue>(
        Gen.Int.Select(value => (SnmpValue)new SnmpInteger(value)),
        Gen.Select(Gen.UInt, Tags(SnmpTag.Counter32, SnmpTag.Gauge32, SnmpTag.TimeTicks)).Select(x => (SnmpValue)new SnmpInteger(x.Item1, x.Item2)),
        Gen.ULong.Select(value => (SnmpValue)new SnmpCounter64(value)),
        Name.Select(value => (SnmpValue)new SnmpOid(value)),
        Tags(SnmpTag.Null, SnmpTag.NoSuchObject, SnmpTag.NoSuchInstance, SnmpTag.EndOfMibView).Select(tag => (SnmpValue)new SnmpNothing(tag)),
        Gen.Byte.Array[0, 300].Select(octets => (SnmpValue)new SnmpOctets(octets)),
        Gen.Select(Gen.Byte.Array[4], Tags(SnmpTag.IpAddress, SnmpTag.Opaque)).Select(x => (SnmpValue)new SnmpOctets(x.Item1, x.Item2)));

    private static readonly Gen<SnmpPdu> Pdu = Gen.Select(
        Gen.Enum<SnmpPduType>(), Gen.Int, Gen.Int[0, 18], Gen.Int[0, 100], Gen.Select(Name, Value).Array[0, 12],
        (type, id, status, index, varbinds) => new SnmpPdu(type, id, status, index, [.. varbinds.Select(x => new SnmpVarbind(x.Item1, x.Item2))]));

    [Fact]
    public void Written_messages_are_read_as_they_were() => Gen.Select(Pdu, Gen.Bool, Gen.Byte.Array[0, 20]).Sample((pdu, isVersion1, community) =>
    {
        var bytes = SnmpEncoder.Encode(new CommunityMessage(isVersion1, community, pdu));
        var message = Assert.IsType<CommunityMessage>(SnmpDecoder.Decode(bytes).Value);
        Assert.Equal((isVersion1, Convert.ToHexString(community)), (message.IsVersion1, Convert.ToHexString(message.Community.Span)));
        Same(pdu, message.Pdu);
        Assert.Equal(bytes, SnmpEncoder.Encode(message));
    });

    [Fact]
    public void Written_messages_of_v3_are_read_as_they_were() => Gen.Select(Pdu, Gen.Int[0, int.MaxValue], Gen.Byte[0, 7], Gen.Byte.Array[5, 32], Gen.Byte.Array[0, 48]).Sample((pdu, number, flags, engine, octets) =>
    {
        var scoped = SnmpEncoder.Encode(new ScopedPdu(engine, octets, pdu));
        var bytes = SnmpEncoder.Encode(new UsmMessage
        {
            MessageId = number,
            MaximumSize = 65507,
            Flags = flags,
            EngineId = engine,
            Boots = number / 2,
            Time = number / 3,
            UserName = octets,
            Code = octets,
            Salt = octets,
            Data = scoped,
        });
        var message = Assert.IsType<UsmMessage>(SnmpDecoder.Decode(bytes).Value);
        Assert.Equal((number, flags, number / 2, number / 3), (message.MessageId, message.Flags, message.Boots, message.Time));
        Assert.Equal(octets, message.Code.ToArray());
        Assert.Equal(octets, bytes[(message.CodeEnd - octets.Length)..message.CodeEnd]);
        Same(pdu, SnmpDecoder.DecodeScoped(message.Data).Value!.Pdu);
    });

    [Fact]
    public void What_an_archive_keeps_is_what_came() => Gen.Select(Name, Value).Array[0, 30].Sample(pairs =>
    {
        SnmpVarbind[] varbinds = [.. pairs.Select(x => new SnmpVarbind(x.Item1, x.Item2))];
        var bytes = SnmpVarbinds.Encode(varbinds);
        var (read, defect) = SnmpVarbinds.Decode(bytes);
        Assert.Null(defect);
        Assert.Equal(varbinds, read);
        Assert.Equal(bytes, read.SelectMany(varbind => varbind.Encoded.ToArray()));
    });

    [Fact]
    public void An_answer_of_net_snmp_is_understood()
    {
        // As snmpget -v2c -d showed it: sysUpTime, hrSystemDate, ifPhysAddress.
        var answer = SnmpDecoder.Decode(Convert.FromHexString(
            "305D02010104067075626C6963A250020448" + "0D69EC0201000201003042301006082B06010201010300430400" + "83D600301806092B060102011901020004" +
            "0B07EA0B17090F1E002B01003014060A2B060102010202010601" + "04060002A5ABCDEF"));
        var pdu = Assert.IsType<CommunityMessage>(answer.Value).Pdu;
        Assert.Equal((SnmpPduType.Response, 0x480D69EC, 0, 0), (pdu.Type, pdu.RequestId, pdu.ErrorStatus, pdu.ErrorIndex));
        Assert.Equal(
        [
            new SnmpVarbind(Oid.Parse("1.3.6.1.2.1.1.3.0"), new SnmpInteger(8_640_000, SnmpTag.TimeTicks)),
            new SnmpVarbind(Oid.Parse("1.3.6.1.2.1.25.1.2.0"), new SnmpOctets(Convert.FromHexString("07EA0B17090F1E002B0100"))),
            new SnmpVarbind(Oid.Parse("1.3.6.1.2.1.2.2.1.6.1"), new SnmpOctets(Convert.FromHexString("0002A5ABCDEF"))),
        ], pdu.Varbinds);
    }

    [Theory]
    [InlineData("0200", "no bytes")]
    [InlineData("020900FFFFFFFFFFFFFFFF", "more than 64 bits")]
    [InlineData("02050100000000", "more than 32 bits")]
    [InlineData("4109FFFFFFFFFFFFFFFFFF", "more than 64 bits")]
    [InlineData("0601FF", "a number without end")]
    [InlineData("06062B9080808000", "a number of more than 32 bits")]
    public void Bytes_that_do_not_fit_their_tag_are_kept_as_bytes(string value, string why)
    {
        var octets = Assert.IsType<SnmpOctets>(Read(value));
        Assert.True(octets.Tag == Convert.FromHexString(value)[0], why);
    }

    [Theory]
    [InlineData("0203000005", 5)]
    [InlineData("0203FFFFFB", -5)]
    [InlineData("0209000000000000000005", 5)]
    [InlineData("4104FFFFFFFF", uint.MaxValue)]
    [InlineData("410500FFFFFFFF", uint.MaxValue)]
    [InlineData("43020FA0", 4000)]
    public void Numbers_with_too_many_or_too_few_bytes_are_understood(string value, long number) => Assert.Equal(number, Assert.IsType<SnmpInteger>(Read(value)).Value);

    [Theory]
    [InlineData("0408506C6F74746572", null)]
    [InlineData("0407506C6F74746572", "Plotter")]
    [InlineData("04094672C3BC680000FFFF", "Früh")]
    [InlineData("04044672FC68", "Früh")]
    public void Text_is_UTF_8_or_one_letter_for_each_byte_up_to_a_NUL(string value, string? text) =>
        Assert.Equal(text, (Read(value) as SnmpOctets)?.Text);

    [Theory]
    [InlineData("1.3.6.1", true)]
    [InlineData(".1.3.6.1.4.1.4294967295", true)]
    [InlineData("", false)]
    [InlineData("1..3", false)]
    [InlineData("1.3.4294967296", false)]
    [InlineData("1.-3", false)]
    [InlineData("iso.3", false)]
    public void Names_are_read_from_text(string text, bool isName)
    {
        Assert.Equal(isName, Oid.TryParse(text, out var name));
        if (isName)
            Assert.Equal(text.TrimStart('.'), name.ToString());
    }

    private static SnmpValue? Read(string value)
    {
        var bytes = Convert.FromHexString(value);
        byte[] varbind = [0x30, (byte)(5 + bytes.Length), 0x06, 0x03, 0x2B, 0x06, 0x01, .. bytes];
        return SnmpVarbinds.Decode(varbind).Varbinds is [var read] ? read.Value : null;
    }

    private static void Same(SnmpPdu expected, SnmpPdu actual)
    {
        Assert.Equal((expected.Type, expected.RequestId, expected.ErrorStatus, expected.ErrorIndex), (actual.Type, actual.RequestId, actual.ErrorStatus, actual.ErrorIndex));
        Assert.Equal(expected.Varbinds, actual.Varbinds);
    }
}
