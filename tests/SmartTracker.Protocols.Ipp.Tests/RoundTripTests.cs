using CsCheck;
using SmartTracker.Protocols.Ipp.Codec;
using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.Protocols.Ipp.Tests;

/// <summary>What is written is what is read, for messages of any content.</summary>
public sealed class RoundTripTests
{
    private static readonly Gen<string> Words = Gen.Char["abc-ÄöüßΩ日 0'<>&"].Array[0, 20].Select(letters => new string(letters));

    private static readonly Gen<string> Name = Gen.Char["abcdefg-"].Array[1, 12].Select(letters => new string(letters));

    private static readonly Gen<IppValue> Plain = Gen.OneOf<IppValue>(
        Gen.Int.Select(number => (IppValue)new IppInteger(number)),
        Gen.Int.Select(number => (IppValue)new IppInteger(number, IppTag.Enum)),
        Gen.Bool.Select(truth => (IppValue)new IppBoolean(truth)),
        Gen.Byte[IppTag.Unsupported, IppTag.LastOutOfBand].Select(tag => (IppValue)new IppOutOfBand(tag)),
        Gen.Select(Words, Gen.Byte[0x40, 0x5F].Where(tag => tag != IppTag.MemberName)).Select(x => (IppValue)new IppText(x.Item1, x.Item2)),
        Gen.Select(Name, Words, Gen.Bool).Select(x => (IppValue)new IppLocalizedText(x.Item1, x.Item2, x.Item3 ? IppTag.NameWithLanguage : IppTag.TextWithLanguage)),
        Gen.Select(Gen.Long[0, 9990L * 365 * 864_000], Gen.Int[-14 * 60, 14 * 60].Nullable()).Select(x =>
            (IppValue)new IppDateTime(new DateTime(x.Item1 * (TimeSpan.TicksPerSecond / 10)), x.Item2 is { } minutes ? TimeSpan.FromMinutes(minutes) : null)),
        Gen.Select(Gen.Int, Gen.Int, Gen.Byte).Select(x => (IppValue)new IppResolution(x.Item1, x.Item2, x.Item3)),
        Gen.Select(Gen.Int, Gen.Int).Select(x => (IppValue)new IppRange(x.Item1, x.Item2)),
        Gen.Byte.Array[0, 40].Select(bytes => (IppValue)new IppOctets(bytes)),
        Gen.Select(Gen.Byte.Array[0, 9], Gen.Byte[0x60, 0xFF]).Select(x => (IppValue)new IppOctets(x.Item1, x.Item2)));

    private static readonly Gen<IppMessage> Message = Gen.Select(
        Gen.Int[0, 65535], Gen.Int, Gen.Select(Gen.Byte[1, 15].Where(tag => tag != IppTag.EndOfAttributes), Attributes(3).List[0, 6]).List[0, 5],
        (code, id, groups) => new IppMessage
        {
            Code = code,
            RequestId = id,
            Groups = [.. groups.Select(group => new IppGroup(group.Item1, group.Item2))],
        });

    [Fact]
    public void Written_messages_are_read_as_they_were() => Message.Sample(
        message =>
        {
            var bytes = IppEncoder.Encode(message);
            var reading = IppDecoder.Decode(bytes);
            Assert.True(reading.IsComplete, reading.DefectDetail);
            Assert.All(reading.Problems, problem => Assert.Equal("no time zone", problem.Detail));
            Assert.Equivalent(message, reading.Message, strict: true);
            Assert.Equal(bytes, IppEncoder.Encode(reading.Message!));
        },
        iter: 500);

    private static Gen<IppAttribute> Attributes(int depth) => Gen.Select(Name, Values(depth).List[1, 3], (name, values) => new IppAttribute(name, values));

    private static Gen<IppValue> Values(int depth) => depth == 0
        ? Plain
        : Gen.Frequency((6, Plain), (1, Attributes(depth - 1).List[0, 3].Select(members => (IppValue)new IppCollection(members))));
}
