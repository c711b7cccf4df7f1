using SmartTracker.Protocols.Ipp.Codec;
using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.Protocols.Ipp.Tests;

/// <summary>What is read of a message, and what devices may get wrong.</summary>
public sealed class DecodingTests
{
    [Fact]
    public void A_list_of_jobs_is_read_with_every_kind_of_value()
    {
        var reading = Make.Read(IppEncoder.Encode(Make.JobList()));
        Assert.True(reading.IsComplete, reading.DefectDetail);
        Assert.Empty(reading.Problems);
        Assert.Equal(3, reading.Message!.Groups.Count);
        var job = reading.Message.Groups[2].Attributes;
        Assert.Equal(8, job.Integer("job-id"));
        Assert.Equal("Schnitt A–A.pdf", job.Text("job-name"));
        Assert.Equal(["job-completed-successfully", "job-saved"], job.Texts("job-state-reasons"));
        Assert.Equal(new DateTimeOffset(2026, 10, 5, 12, 3, 9, 500, TimeSpan.Zero), Assert.IsType<IppDateTime>(job.First("date-time-at-creation")).Instant);
        Assert.Equal(new IppOutOfBand(IppTag.NoValue), job.First("time-at-completed"));
        Assert.Null(job.Integer("time-at-completed"));
        Assert.Equal([new IppRange(1, 4), new IppRange(7, 9)], job.Find("page-ranges")!.Values);
        Assert.Equal(84100, job.Members("media-col")!.Members("media-size")!.Integer("y-dimension"));
        Assert.Equal(["a", "b"], job.Members("media-col")!.Texts("media-tracking"));
        Assert.Null(job.Integer("job-name"));
        Assert.Null(job.Text("absent"));
    }

    [Fact]
    public void A_name_with_language_whose_outer_length_is_missing_is_read()
    {
        var reading = Make.Read(Make.Answer(
            IppTag.JobAttributes,
            Make.WithoutOuterLength("job-name", "de", "A4-blank.pdf"),
            Make.WithoutOuterLength("job-originating-user-name", "de-DE", "gmuth"),
            Make.Attribute(IppTag.Enum, "job-state", 0, 0, 0, 9)));
        Assert.True(reading.IsComplete, reading.DefectDetail);
        var job = reading.Message!.Attributes(IppTag.JobAttributes);
        Assert.Equal("A4-blank.pdf", job.Text("job-name"));
        Assert.Equal("gmuth", job.Text("job-originating-user-name"));
        Assert.Equal(9, job.Integer("job-state"));
        Assert.All(reading.Problems, problem => Assert.Contains("do not fit tag 0x36", problem.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_in_fewer_bytes_and_truth_in_four_are_read_and_told()
    {
        var reading = Make.Read(Make.Answer(
            IppTag.JobAttributes,
            Make.Attribute(IppTag.Integer, "short", 1, 2),
            Make.Attribute(IppTag.Integer, "byte", 200),
            Make.Attribute(IppTag.Boolean, "truth", 0, 0, 0, 1),
            Make.Attribute(IppTag.Integer, "long", 1, 2, 3, 4, 5),
            Make.Attribute(IppTag.Integer, "empty")));
        var attributes = reading.Message!.Attributes(IppTag.JobAttributes);
        Assert.Equal(258, attributes.Integer("short"));
        Assert.Null(attributes.Integer("byte"));
        Assert.Equal(new IppBoolean(true), attributes.First("truth"));
        Assert.Null(attributes.Integer("long"));
        Assert.IsType<IppOctets>(attributes.First("empty"));
        Assert.Equal(["short", "byte", "truth", "long", "empty"], reading.Problems.Select(problem => problem.Attribute));
        Assert.True(reading.IsComplete);
    }

    [Fact]
    public void A_time_without_zone_has_no_instant_and_an_impossible_one_is_none()
    {
        byte[] noon = [0x07, 0xEA, 10, 5, 12, 0, 0, 0];
        var reading = Make.Read(Make.Answer(
            IppTag.JobAttributes,
            Make.Attribute(IppTag.DateTime, "no-zone", noon),
            Make.Attribute(IppTag.DateTime, "leap", [0x07, 0xEA, 12, 31, 23, 59, 60, 0, (byte)'-', 1, 30]),
            Make.Attribute(IppTag.DateTime, "february", [0x07, 0xEA, 2, 30, 12, 0, 0, 0, (byte)'+', 0, 0]),
            Make.Attribute(IppTag.DateTime, "zeros", new byte[11])));
        var attributes = reading.Message!.Attributes(IppTag.JobAttributes);
        Assert.Equal(new IppDateTime(new DateTime(2026, 10, 5, 12, 0, 0), null), attributes.First("no-zone"));
        Assert.Null(((IppDateTime)attributes.First("no-zone")!).Instant);
        Assert.Equal(new DateTimeOffset(2027, 1, 1, 1, 30, 0, TimeSpan.Zero), ((IppDateTime)attributes.First("leap")!).Instant);
        Assert.IsType<IppOctets>(attributes.First("february"));
        Assert.IsType<IppOctets>(attributes.First("zeros"));
    }

    [Fact]
    public void Text_that_is_not_UTF8_is_read_letter_by_letter()
    {
        var reading = Make.Read(Make.Answer(IppTag.JobAttributes, Make.Attribute(IppTag.NameWithoutLanguage, "job-name", 0x47, 0x72, 0xFC, 0x6E)));
        Assert.Equal("Grün", reading.Message!.Attributes(IppTag.JobAttributes).Text("job-name"));
    }

    [Fact]
    public void A_collection_without_end_ends_with_its_group()
    {
        var reading = Make.Read(Make.Answer(
            IppTag.JobAttributes,
            Make.Attribute(IppTag.BeginCollection, "media-col"),
            Make.Attribute(IppTag.MemberName, "", Make.Text("media-type")),
            Make.Attribute(IppTag.Keyword, "", Make.Text("film"))));
        Assert.True(reading.IsComplete, reading.DefectDetail);
        Assert.Equal("film", reading.Message!.Attributes(IppTag.JobAttributes).Members("media-col")!.Text("media-type"));
        Assert.Equal("the collection has no end", Assert.Single(reading.Problems).Detail);
    }

    [Fact]
    public void What_follows_the_attributes_is_passed_over() =>
        Assert.True(Make.Read([.. IppEncoder.Encode(Make.JobList()), 1, 2, 3, 255]).IsComplete);

    [Fact]
    public void A_defect_says_where_it_is()
    {
        Assert.Equal((IppDefect.NotIpp, "byte 0, version 60.33: not one of IPP"), Defect(Make.Text("<!DOCTYPE html><html>")));
        Assert.Equal((IppDefect.CutOff, "byte 0, version: 1 bytes announced, 0 left"), Defect([]));
        Assert.Equal((IppDefect.NotIpp, "byte 8, first group: 0x42 begins none"), Defect([1, 1, 0, 0, 0, 0, 0, 1, 0x42]));
        Assert.Equal(
            (IppDefect.Malformed, "byte 12, additional value: there is no attribute before it"),
            Defect(Make.Answer(2, [0x21, 0, 0, 0, 4, 0, 0, 0, 1])));
        Assert.Equal(
            (IppDefect.CutOff, "byte 20, value of job-id: 4 bytes announced, 1 left"),
            Defect([1, 1, 0, 0, 0, 0, 0, 1, 2, 0x21, 0, 6, .. Make.Text("job-id"), 0, 4, 0]));
        Assert.Equal(
            (IppDefect.Malformed, "byte 18, length of value of job-id: -1 is negative"),
            Defect([1, 1, 0, 0, 0, 0, 0, 1, 2, 0x21, 0, 6, .. Make.Text("job-id"), 0xFF, 0xFF, 0]));
    }

    private static (IppDefect?, string?) Defect(byte[] message)
    {
        var reading = Make.Read(message);
        return (reading.Defect, reading.DefectDetail);
    }
}
