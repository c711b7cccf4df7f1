using CsCheck;
using SmartTracker.Protocols.Ipp.Codec;
using SmartTracker.Protocols.Ipp.Messages;
using SmartTracker.TestHost;

namespace SmartTracker.Protocols.Ipp.Tests;

/// <summary>Whatever arrives, reading ends: with what is whole, and with a word about the rest.</summary>
public sealed class BrokenMessageTests
{
    private static readonly byte[] List = IppEncoder.Encode(Make.JobList());

    [Fact]
    public void Cut_at_any_byte_the_whole_jobs_are_kept_and_the_cut_is_told()
    {
        var whole = Make.Read(List).Message!;
        Assert.All(BrokenBytes.CutAnywhere(List), cut =>
        {
            var reading = Make.Read(cut);
            Assert.Equal(IppDefect.CutOff, reading.Defect);
            Assert.StartsWith("byte ", reading.DefectDetail, StringComparison.Ordinal);
            Assert.Equal(cut.Length < 8, reading.Message is null);
            var groups = reading.Message?.Groups ?? [];
            Assert.Equivalent(whole.Groups.Take(groups.Count), groups, strict: true);
        });
    }

    [Theory, MemberData(nameof(RecordedAnswerTests.Recorded), MemberType = typeof(RecordedAnswerTests))]
    public void A_recorded_answer_may_be_cut_at_any_byte(string file) =>
        Assert.All(BrokenBytes.CutAnywhere(RecordedAnswerTests.Bytes(file)), cut => Assert.NotNull(Make.Read(cut).Defect));

    [Fact]
    public void Nothing_that_happens_to_the_bytes_makes_reading_throw() =>
        Gen.Select(Gen.Int[0, List.Length - 1], Gen.Byte, Gen.Int[0, 3]).List[1, 12].Sample(
            changes => IsSound(Make.Read(BrokenBytes.Changed(List, changes))),
            iter: 20_000);

    [Fact]
    public void Noise_makes_no_reading_throw() =>
        Gen.Byte.Array[0, 200].Sample(noise => IsSound(Make.Read([1, 1, 0, 0, 0, 0, 0, 1, IppTag.JobAttributes, .. noise])), iter: 20_000);

    [Fact]
    public void No_value_under_any_tag_makes_reading_throw() =>
        Gen.Select(Gen.Byte[IppTag.LastDelimiter + 1, 255], Gen.Byte.Array[0, 14]).List[1, 6].Sample(
            values => IsSound(Make.Read(Make.Answer(IppTag.JobAttributes, [.. values.Select(value => Make.Attribute(value.Item1, "a", value.Item2))]))),
            iter: 50_000);

    [Fact]
    public void Too_much_of_anything_ends_the_reading()
    {
        var limits = new IppLimits { Groups = 3, Values = 60, ValuesOfAttribute = 4, Depth = 2 };
        byte[] number = Make.Attribute(IppTag.Integer, "n", 0, 0, 0, 1), more = Make.Attribute(IppTag.Integer, "", 0, 0, 0, 1);
        TooLarge([.. Enumerable.Repeat<byte[]>([IppTag.JobAttributes], 4)], "more than 3 groups");
        TooLarge([.. Enumerable.Repeat(number, 61)], "more than 60 values");
        TooLarge([number, .. Enumerable.Repeat(more, 4)], "n: more than 4 values");
        TooLarge([.. Enumerable.Repeat<byte[]>([.. Make.Attribute(IppTag.BeginCollection, "c"), .. Make.Attribute(IppTag.MemberName, "", 65)], 3)], "deeper than 2");
        Assert.Equal(IppDefect.TooLarge, Make.Read(List, new IppLimits { Bytes = List.Length - 1 }).Defect);

        void TooLarge(byte[][] attributes, string said)
        {
            var reading = Make.Read(Make.Answer(IppTag.JobAttributes, attributes), limits);
            Assert.Equal(IppDefect.TooLarge, reading.Defect);
            Assert.Contains(said, reading.DefectDetail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Ten_thousand_collections_inside_each_other_end_the_reading()
    {
        byte[] open = [.. Make.Attribute(IppTag.BeginCollection, ""), .. Make.Attribute(IppTag.MemberName, "", 65)];
        var bomb = Make.Answer(IppTag.JobAttributes, [Make.Attribute(IppTag.BeginCollection, "c"), Make.Attribute(IppTag.MemberName, "", 65), .. Enumerable.Repeat(open, 10_000)]);
        Assert.Equal(IppDefect.TooLarge, Make.Read(bomb).Defect);
    }

    /// <summary>Either whole, or with a defect that says where; and what was read can be written again where it was whole.</summary>
    private static void IsSound(IppReading reading)
    {
        Assert.Equal(reading.Defect is null, reading.DefectDetail is null);
        if (reading is { IsComplete: true, Problems.Count: 0 } && reading.Message!.Groups.SelectMany(group => group.Attributes).All(IsWritable))
            Assert.True(Make.Read(IppEncoder.Encode(reading.Message)).IsComplete);
    }

    private static bool IsWritable(IppAttribute attribute) =>
        attribute.Name.Length > 0 && attribute.Values.All(value => value is not IppCollection collection || collection.Members.All(member => member.Values.Count > 0 && IsWritable(member)));
}
