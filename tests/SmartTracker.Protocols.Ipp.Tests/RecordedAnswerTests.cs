using SmartTracker.Protocols.Ipp.Codec;
using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.Protocols.Ipp.Tests;

/// <summary>What real printers answered. The recordings are not part of this project; where SMARTTRACKER_FIXTURES does not say where they are,
/// an answer of the same shape stands in, so that nothing is skipped.</summary>
public sealed class RecordedAnswerTests
{
    private const string StandIn = "own answer of the same shape";

    public static TheoryData<string> Recorded =>
        Environment.GetEnvironmentVariable("SMARTTRACKER_FIXTURES") is { Length: > 0 } folder && Directory.Exists(Path.Combine(folder, "devices"))
            ? [.. Directory.EnumerateFiles(Path.Combine(folder, "devices")).Where(file => Path.GetExtension(file) is ".bin" or ".ipp" or ".response").Order()]
            : [StandIn];

    public static byte[] Bytes(string file) => file != StandIn ? File.ReadAllBytes(file) : Make.Answer(
        IppTag.JobAttributes,
        Make.Attribute(IppTag.Integer, "job-id", 0, 0, 3, 0xE1),
        Make.WithoutOuterLength("job-name", "de", "A4-blank.pdf"),
        Make.WithoutOuterLength("job-originating-user-name", "de", "gmuth"),
        Make.Attribute(IppTag.Enum, "job-state", 0, 0, 0, 7),
        Make.Attribute(IppTag.Charset, "attributes-charset", Make.Text("us-ascii")));

    [Theory, MemberData(nameof(Recorded))]
    public void It_is_read_to_its_end(string file)
    {
        var reading = IppDecoder.Decode(Bytes(file));
        Assert.True(reading.IsComplete, reading.DefectDetail);
        Assert.True(IppStatus.IsSuccess(reading.Message!.Code));
        Assert.NotEmpty(reading.Message.Groups);
        var job = reading.Message.Attributes(IppTag.JobAttributes);
        var printer = reading.Message.Attributes(IppTag.PrinterAttributes);
        Assert.True(job.Integer("job-id") > 0 || printer.Text("printer-make-and-model") is not null);
        if (job.Count == 0)
            return;
        Assert.InRange(job.Integer("job-state")!.Value, 3, 9);
        Assert.NotEmpty(job.Text("job-name")!);
        Assert.NotEmpty(job.Text("job-originating-user-name")!);
    }

    [Theory, MemberData(nameof(Recorded))]
    public void Written_again_it_says_the_same(string file)
    {
        var message = IppDecoder.Decode(Bytes(file)).Message!;
        Assert.Equivalent(message, IppDecoder.Decode(IppEncoder.Encode(message)).Message, strict: true);
    }
}
