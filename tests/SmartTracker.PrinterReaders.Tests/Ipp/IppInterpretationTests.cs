using SmartTracker.PrinterReaders.Ipp;
using SmartTracker.Protocols.Ipp.Codec;
using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.PrinterReaders.Tests.Ipp;

/// <summary>What the attributes of a job and of a printer come to.</summary>
public sealed class IppInterpretationTests
{
    private static readonly IppReader Reader = new(TimeProvider.System);

    [Theory]
    [InlineData(3, JobObservationStatus.Pending, "pending")]
    [InlineData(6, JobObservationStatus.Pending, "processing-stopped")]
    [InlineData(7, JobObservationStatus.Cancelled, "canceled")]
    [InlineData(8, JobObservationStatus.Failed, "aborted")]
    [InlineData(9, JobObservationStatus.Completed, "completed")]
    [InlineData(12, JobObservationStatus.Pending, "12")]
    public void States_are_those_of_RFC_8011(int state, JobObservationStatus status, string raw)
    {
        var (job, problems) = Job([Number("job-state", state, IppTag.Enum), Keyword("job-state-reasons", "none")]);
        Assert.Equal((status, raw + "/none"), (job.Status, job.RawStatus));
        Assert.Equal(state == 12, problems.Any(problem => problem is { Code: ObservationProblemCode.UnknownWord, Raw: "12" }));
    }

    [Fact]
    public void The_used_media_gives_the_area_and_nothing_gives_ink()
    {
        var (job, _) = Job(
        [
            Completed, Number("job-impressions-completed", 6), Number("job-media-sheets-completed", 3), Number("copies", 3),
            Keyword("media", "na_letter_8.5x11in"), new("media-col-actual", Sheet(59400, 84100, "film")),
        ]);
        Assert.Equal((6, 3, 3), (job.Impressions, job.MediaSheets, job.CopiesRequested));
        Assert.Equal(6 * 594L * 841, job.PageArea);
        Assert.Equal(new Measure(3 * 594L * 841, "594 x 841 x 3", "mm", false), job.MediaArea);
        Assert.Equal("film", job.MediaName);
        Assert.Null(job.Ink);
        Assert.Null(job.MediaLength);
        Assert.Null(job.MediaWidth);
        Assert.Null(job.CopiesPrinted);
    }

    [Theory]
    [InlineData("iso_a1_594x841mm", 594L * 841)]
    [InlineData("na_arch-d_24x36in", 557418L)]
    [InlineData("na_letter_8.5x11in", 60322L)]
    [InlineData("custom_plan_610x2400mm", 610L * 2400)]
    [InlineData("roll_max_914.4x45720mm", null)]
    [InlineData("custom_max_914x5000mm", null)]
    [InlineData("iso_a1_0x841mm", null)]
    [InlineData("iso_a1_99999999x841mm", null)]
    [InlineData("main-roll", null)]
    public void A_name_that_describes_itself_gives_the_area(string media, long? area)
    {
        var (job, _) = Job([Completed, Number("job-impressions-completed", 1), Keyword("media", media)]);
        Assert.Equal(area, job.PageArea);
        Assert.Equal(media, job.MediaId);
    }

    [Fact]
    public void Two_kinds_of_media_in_one_job_give_no_area()
    {
        var (job, _) = Job([Completed, Number("job-impressions-completed", 2), new("media-col-actual", Sheet(59400, 84100, "film"), Sheet(21000, 29700, "film"))]);
        Assert.Null(job.PageArea);
    }

    [Fact]
    public void Without_a_size_there_is_no_area()
    {
        var (job, _) = Job([Completed, Number("job-impressions-completed", 2), Number("job-media-sheets-completed", 2)]);
        Assert.Equal((2, null, null), (job.Impressions, job.PageArea, job.MediaArea));
    }

    [Fact]
    public void Counters_that_nobody_moved_are_no_figures()
    {
        var (job, problems) = Job([Completed, Number("job-impressions-completed", 0), Number("job-media-sheets-completed", 0), Number("job-impressions", -2)]);
        Assert.Equal(((int?)null, (int?)null, (int?)null), (job.Impressions, job.MediaSheets, job.PagesPerCopy));
        Assert.Equal(2, problems.Count(problem => problem.Code == ObservationProblemCode.ZeroNotMeasured));
        Assert.Contains(problems, problem => problem is { Code: ObservationProblemCode.Unreadable, Element: "job-impressions" });

        // Cancelled before anything came out: counted, and counted nothing.
        Assert.Equal(0, Job([Number("job-state", 7, IppTag.Enum), Number("job-impressions-completed", 0)]).Job.Impressions);
    }

    [Fact]
    public void The_documents_impressions_count_once_for_each_copy_that_is_known()
    {
        Assert.Equal(21, Job([Completed, Number("job-impressions", 7), Number("copies", 3)]).Job.Impressions);
        Assert.Null(Job([Completed, Number("job-impressions", 7)]).Job.Impressions);
        Assert.Null(Job([Number("job-state", 7, IppTag.Enum), Number("job-impressions", 7), Number("copies", 3)]).Job.Impressions);
    }

    [Fact]
    public void A_job_without_UUID_and_times_is_told_apart_by_what_it_counted()
    {
        var one = Job([Completed, Number("job-impressions-completed", 5)]).Job.DeviceJobId;
        Assert.StartsWith("993~", one, StringComparison.Ordinal);
        Assert.Equal(one, Job([Completed, Number("job-impressions-completed", 5), Name("job-name", "withheld")]).Job.DeviceJobId);
        Assert.NotEqual(one, Job([Completed, Number("job-impressions-completed", 6)]).Job.DeviceJobId);
    }

    [Fact]
    public void The_serial_number_is_where_printers_put_it()
    {
        Assert.Equal("CN1", Serial(Text("printer-device-id", "MFG:HP;MDL:DesignJet;SN:CN1;"), Text("printer-uuid", "urn:uuid:AB")));
        Assert.Equal("CN2", Serial(Text("printer-device-id", "MANUFACTURER:X; SERN: CN2 ;"), Text("printer-uuid", "urn:uuid:AB")));
        Assert.Equal("CN3", Serial(Text("printer-serial-number", "CN3"), Text("printer-device-id", "SN:CN1;")));
        Assert.Equal("ab-cd", Serial(Text("printer-device-id", "MFG:Test;"), Text("printer-uuid", "urn:uuid:AB-CD")));
        Assert.Null(Serial(Text("printer-device-id", ";;:;SN:;")));

        static string? Serial(params IppAttribute[] printer) => Reader.Interpret([Answer(PaperPrinter.AskedPrinter, IppTag.PrinterAttributes, printer)]).Identity!.SerialNumber;
    }

    [Theory]
    [InlineData(0x0401, ReaderFailureCode.PasswordRequired)]
    [InlineData(0x0406, ReaderFailureCode.NotFound)]
    [InlineData(0x0501, ReaderFailureCode.NotFound)]
    [InlineData(0x0507, ReaderFailureCode.DeviceError)]
    public void A_status_that_is_no_success_is_a_failure(int status, ReaderFailureCode code)
    {
        var observation = Reader.Interpret([Printer(), Answer(PaperPrinter.AskedJobs(null), IppTag.OperationAttributes, [], status)]);
        Assert.Equal(code, observation.Failure!.Code);
        Assert.False(observation.IsComplete);
        Assert.Null(observation.Coverage);
        Assert.NotNull(observation.Identity);
    }

    [Fact]
    public void Of_a_list_that_was_cut_the_whole_jobs_are_kept_and_the_mark_stays()
    {
        var printer = new PaperPrinter { Now = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero), SwitchedOnAt = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero) };
        for (var i = 0; i < 5; i++)
            printer.Print();
        var cursor = printer.Visit(null).NextCursor;
        var answers = printer.Answers(cursor);
        var list = answers[1];
        for (var length = 0; length < list.Body.Length; length += 7)
        {
            var observation = Reader.Interpret([answers[0], list with { Body = list.Body[..length], IsWhole = false }]);
            Assert.Equal(ReaderFailureCode.HalfDocument, observation.Failure!.Code);
            Assert.Equal(cursor, observation.NextCursor);
            Assert.InRange(observation.Jobs.Count, 0, 4);
            Assert.All(observation.Jobs, job => Assert.Equal(3, job.Impressions));
        }
    }

    [Theory, MemberData(nameof(RecordedJobs))]
    public void What_real_printers_say_about_a_job_is_understood(string file, string user, string name, JobObservationStatus status, int? impressions)
    {
        // Without the recordings an answer of the same shape stands in.
        var body = file.Length > 0 ? File.ReadAllBytes(file) : Message(
            IppTag.JobAttributes,
            [Number("job-id", 13), Number("job-state", 9, IppTag.Enum), Name("job-name", name), Name("job-originating-user-name", user), Number("time-at-creation", 0), Number("job-impressions-completed", 2)]);
        var observation = Reader.Interpret([Printer(), Raw(PaperPrinter.AskedJobs(null), body)]);
        Assert.True(observation.IsComplete, observation.Failure?.ToString());
        var job = Assert.Single(observation.Jobs);
        Assert.Equal((user, name, status, impressions), (job.UserName, job.JobName, job.Status, job.Impressions));
        Assert.Null(job.Ink);
        Assert.Null(job.PageArea);
    }

    public static TheoryData<string, string, string, JobObservationStatus, int?> RecordedJobs()
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable("SMARTTRACKER_FIXTURES") ?? "", "devices");
        var hp = Path.Combine(folder, "sharpipp_GetJobAttributes_HP_Color_LaserJet_MFP_M476dn.bin");
        if (!File.Exists(hp))
            return new() { { "", "anonymous", "DEFAULT_PRINTER-0013", JobObservationStatus.Completed, 2 } };
        return new()
        {
            { hp, "anonymous", "DEFAULT_PRINTER-0013", JobObservationStatus.Completed, 2 },
            { Path.Combine(folder, "gmuth_invalidHpNameWithLanguage.response"), "gmuth", "A4-blank.pdf", JobObservationStatus.Cancelled, 0 },
            { Path.Combine(folder, "gmuth_CUPS_HP_LJ100_Get-Job-Attributes.ipp"), "gmuth", "A4-blank.pdf", JobObservationStatus.Cancelled, 0 },
        };
    }

    private static readonly IppAttribute Completed = Number("job-state", 9, IppTag.Enum);

    private static (JobObservation Job, IReadOnlyList<ObservationProblem> Problems) Job(IppAttribute[] attributes)
    {
        var observation = Reader.Interpret([Printer(), Answer(PaperPrinter.AskedJobs(null), IppTag.JobAttributes, [Number("job-id", 993), .. attributes])]);
        return (Assert.Single(observation.Jobs), observation.Problems);
    }

    private static RawAnswer Printer() => Answer(PaperPrinter.AskedPrinter, IppTag.PrinterAttributes, [Text("printer-make-and-model", "X"), Text("printer-uuid", "urn:uuid:1")]);

    private static RawAnswer Answer(string asked, byte group, IppAttribute[] attributes, int status = 0) => Raw(asked, Message(group, attributes, status));

    private static RawAnswer Raw(string asked, byte[] body) => new($"/ipp/print#{asked}", new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero), 200, "application/ipp", body, true);

    private static byte[] Message(byte group, IppAttribute[] attributes, int status = 0) =>
        IppEncoder.Encode(new IppMessage { Code = status, RequestId = 1, Groups = [new IppGroup(group, attributes)] });

    private static IppAttribute Number(string name, int value, byte tag = IppTag.Integer) => new(name, new IppInteger(value, tag));

    private static IppAttribute Keyword(string name, string value) => new(name, new IppText(value, IppTag.Keyword));

    private static IppAttribute Text(string name, string value) => new(name, new IppText(value, IppTag.TextWithoutLanguage));

    private static IppAttribute Name(string name, string value) => new(name, new IppText(value, IppTag.NameWithoutLanguage));

    private static IppCollection Sheet(int width, int length, string type) => new(
    [
        new("media-size", new IppCollection([Number("x-dimension", width), Number("y-dimension", length)])),
        Keyword("media-type", type),
    ]);
}
