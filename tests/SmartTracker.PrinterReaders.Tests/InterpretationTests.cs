using System.Text;

namespace SmartTracker.PrinterReaders.Tests;

public sealed class InterpretationTests
{
    private static readonly PrinterObservation Observation = Make.Reader.Interpret([Make.JobList(Fixture.JobQueue)]);

    [Fact]
    public void A_printed_job_is_in_our_units()
    {
        var job = Observation.Jobs[0];
        Assert.Equal(("1A000000-0000-4000-8000-000000000001", JobObservationKind.Print, JobObservationStatus.Completed), (job.DeviceJobId, job.Kind, job.Status));
        Assert.Equal((2, 2, 2, 4), (job.PagesPerCopy, job.CopiesRequested, job.CopiesPrinted, job.Impressions));
        Assert.Equal(("m.öhlmann", "Lageplan & Schnitt <EG>.pdf", "4711"), (job.UserName, job.JobName, job.Account));

        // 841 x 1189 mm and 594 x 841 mm, two copies each.
        Assert.Equal([841_000, 594_000], job.Pages.Select(page => page.Width!.Value));
        Assert.Equal(new Measure(1_189_000, "46.811024", "in", false), job.Pages[0].Height);
        Assert.Equal(2 * ((841 * 1189) + (594 * 841)), job.PageArea);

        // 6006 square inches over 143 inches: a roll of 42 inches.
        Assert.Equal(new Measure(3_874_831, "6006.000000", "in²", true), job.MediaArea);
        Assert.Equal(new Measure(3_632_200, "143.000000", "in", true), job.MediaLength);
        Assert.Equal(1_066_800, job.MediaWidth);
        Assert.Equal(("5A1F0C6E2B7D4E9F8A3C1D0B6E7F2A94", "Plotterpapier 80 g"), (job.MediaId, job.MediaName));
        Assert.Equal(["C", "M", "Y", "K"], job.Ink!.Keys);
        Assert.Equal(new Measure(250_001, "0.250001", "cc", true), job.Ink["M"]);
        Assert.Equal((90, "Roll2"), (job.Pages[1].Rotation, job.Pages[1].MediaSource));
    }

    [Fact]
    public void A_cancelled_job_that_printed_nothing_used_nothing_but_its_ink_is_unknown()
    {
        var job = Observation.Jobs[1];
        Assert.Equal(JobObservationStatus.Cancelled, job.Status);
        Assert.Equal((0, 0, 0), (job.Impressions, job.CopiesPrinted, job.PageArea));
        Assert.Equal(0, job.MediaArea!.Value);
        Assert.Null(job.MediaWidth);
        Assert.Null(job.Ink);
        Assert.Null(job.UserName);
    }

    [Fact]
    public void A_submission_after_the_completion_is_kept_and_reported()
    {
        var job = Observation.Jobs[1];
        Assert.True(job.SubmittedAt > job.CompletedAt);
        var problem = Assert.Single(Observation.Problems);
        Assert.Equal((job.DeviceJobId, ObservationProblemCode.SubmittedAfterCompletion), (problem.DeviceJobId, problem.Code));
    }

    [Fact]
    public void A_paused_job_waits_although_its_completion_is_called_OK()
    {
        Assert.Equal((JobObservationStatus.Pending, "Paused/OK"), (Observation.Jobs[2].Status, Observation.Jobs[2].RawStatus));
        Assert.Null(Observation.Jobs[2].CompletedAt);
    }

    [Fact]
    public void A_job_deleted_before_anything_came_out_was_cancelled_although_its_completion_is_called_OK() =>
        Assert.Equal((JobObservationStatus.Cancelled, "Deleted/OK"), (Observation.Jobs[3].Status, Observation.Jobs[3].RawStatus));

    [Theory]
    [InlineData("Deleted", "OK", JobObservationStatus.Completed)]
    [InlineData("Deleted", "Cancelled", JobObservationStatus.Cancelled)]
    [InlineData("Deleted", "Failed", JobObservationStatus.Failed)]
    [InlineData("Completed", "Cancelled", JobObservationStatus.Cancelled)]
    [InlineData("Aborted", "OK", JobObservationStatus.Failed)]
    [InlineData("Printing", "OK", JobObservationStatus.Pending)]
    [InlineData("Held", "OK", JobObservationStatus.Pending)]
    [InlineData("Cancelled", "OK", JobObservationStatus.Cancelled)]
    public void A_job_with_printed_pages_stands_where_the_device_says(string jobStatus, string completionStatus, JobObservationStatus expected)
    {
        var job = FirstJob(("<JobStatus>Completed</JobStatus>", $"<JobStatus>{jobStatus}</JobStatus>"), ("<CompletionStatus>OK</CompletionStatus>", $"<CompletionStatus>{completionStatus}</CompletionStatus>"));
        Assert.Equal(expected, job.Job.Status);
    }

    [Fact]
    public void A_status_in_a_new_word_is_pending_and_reported()
    {
        var (job, problems) = FirstJob(("<JobStatus>Completed</JobStatus>", "<JobStatus>Enchanted</JobStatus>"));
        Assert.Equal(JobObservationStatus.Pending, job.Status);
        Assert.Contains(problems, problem => problem is { Code: ObservationProblemCode.UnknownWord, Raw: "Enchanted" });
    }

    [Fact]
    public void Zero_media_beside_printed_pages_is_not_a_figure()
    {
        var (job, problems) = FirstJob(("<SquareAmount>6006.000000", "<SquareAmount>0.000000"), ("<LinearAmount>143.000000", "<LinearAmount>0.000000"));
        Assert.Equal(4, job.Impressions);
        Assert.Null(job.MediaArea);
        Assert.Null(job.MediaLength);
        Assert.Null(job.MediaWidth);
        Assert.Equal(2, problems.Count(problem => problem.Code == ObservationProblemCode.ZeroNotMeasured));
    }

    [Fact]
    public void Ink_of_zero_in_all_channels_beside_printed_pages_is_not_a_figure()
    {
        var (job, problems) = FirstJob(("0.412300", "0.000000"), ("0.250001", "0.000000"), ("0.100000", "0.000000"), ("2.500000", "0.000000"));
        Assert.Null(job.Ink);
        Assert.Contains(problems, problem => problem.Code == ObservationProblemCode.ZeroNotMeasured);
    }

    [Fact]
    public void A_channel_without_ink_beside_one_with_ink_is_zero()
    {
        var (job, _) = FirstJob(("0.412300", "0.000000"));
        Assert.Equal(0, job.Ink!["C"].Value);
    }

    [Fact]
    public void A_page_in_an_unknown_unit_leaves_the_page_area_unknown()
    {
        var (job, problems) = FirstJob(("<Unit>in</Unit>", "<Unit>cubit</Unit>"));
        Assert.Null(job.PageArea);
        Assert.Null(job.Pages[0].Width);
        Assert.Contains(problems, problem => problem is { Code: ObservationProblemCode.UnknownUnit, Raw: "33.110236 cubit" });
    }

    [Fact]
    public void Figures_beyond_all_measure_are_refused_and_not_computed_with()
    {
        var (job, problems) = FirstJob(
            ("33.110236", "79228162514264337593543950335"), ("<NumberOfPrintedCopies>2<", "<NumberOfPrintedCopies>2147483647<"), ("6006.000000", "79228162514264337593543950335"), ("2.500000", "-3"));
        Assert.Null(job.PageArea);
        Assert.Null(job.MediaArea);
        Assert.Null(job.Ink);
        Assert.True(problems.Count >= 4);
    }

    [Fact]
    public void Counts_by_page_win_over_the_job_and_the_contradiction_is_reported()
    {
        var (job, problems) = FirstJob(("<NumberOfPrintedPages>4<", "<NumberOfPrintedPages>3<"));
        Assert.Equal(4, job.Impressions);
        Assert.Contains(problems, problem => problem.Code == ObservationProblemCode.Contradiction);
    }

    [Theory]
    [InlineData("1970-01-03T04:05:06Z", false)] // Counted on from nothing: the battery was empty.
    [InlineData("2004-12-31T23:59:59Z", false)]
    [InlineData("2036-02-07T06:28:16Z", false)]
    [InlineData("2026-11-20T13:00:00Z", true)] // An hour ahead.
    [InlineData("2026-11-21T02:59:00", true)] // Local time of the far east without its zone.
    [InlineData("2026-11-21T03:01:00Z", false)]
    [InlineData("2019-06-01T00:00:00Z", true)] // Set back, or an old job: nobody can tell.
    public void A_time_that_cannot_be_is_none_and_told_and_the_job_stays(string completed, bool isTaken)
    {
        var (job, problems) = FirstJob(("<CompletionTimestamp>2026-10-05T08:04:44Z", "<CompletionTimestamp>" + completed));
        Assert.Equal(JobObservationStatus.Completed, job.Status);
        Assert.Equal(isTaken, job.CompletedAt is not null);
        Assert.Equal(!isTaken, problems.Any(problem => problem.Code == ObservationProblemCode.ImpossibleTime && problem.Element.EndsWith("CompletionTimestamp", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(new byte[] { 0xFC }, "ü")] // ISO 8859-1.
    [InlineData(new byte[] { 0x03 }, "\uFFFD")]
    [InlineData(new byte[] { 0xF0, 0x9F }, "ð\u009F")] // A letter that was cut.
    public void A_letter_that_no_document_may_hold_costs_no_job(byte[] letter, string read)
    {
        var at = Fixture.JobQueue.AsSpan().IndexOf("<JobName>"u8) + "<JobName>"u8.Length;
        var observation = Make.Reader.Interpret([Make.JobList([.. Fixture.JobQueue[..at], .. letter, .. Fixture.JobQueue[at..]])]);
        Assert.True(observation.IsComplete, $"{observation.Failure}");
        Assert.Equal(Observation.Jobs.Count, observation.Jobs.Count);
        Assert.Equal(read + Observation.Jobs[0].JobName, observation.Jobs[0].JobName);
        Assert.Contains(observation.Problems, problem => problem.Code == ObservationProblemCode.GuessedCharset);
        Assert.DoesNotContain(Observation.Problems, problem => problem.Code == ObservationProblemCode.GuessedCharset);
    }

    [Fact]
    public void The_cursor_moves_to_the_number_of_the_list()
    {
        Assert.True(Observation.IsComplete);
        Assert.Equal("q1/44", Observation.NextCursor);
        Assert.Equal(new ObservationCoverage("q1", 0, 44, new DateTimeOffset(2026, 10, 6, 9, 10, 11, TimeSpan.Zero)) { ListHolds = 4 }, Observation.Coverage);
    }

    [Fact]
    public void Half_a_list_keeps_its_whole_jobs_and_is_asked_for_again()
    {
        var half = Fixture.JobQueue.AsSpan(0, Fixture.JobQueue.Length * 7 / 10).ToArray();
        var observation = Make.Reader.Interpret([Make.JobList(half, from: 5, whole: false)]);
        Assert.Equal(2, observation.Jobs.Count);
        Assert.False(observation.IsComplete);
        Assert.Equal(ReaderFailureCode.HalfDocument, observation.Failure!.Code);
        Assert.Equal("q1/5", observation.NextCursor);
    }

    [Fact]
    public void A_number_that_went_back_starts_from_the_beginning()
    {
        var observation = Make.Reader.Interpret([Make.JobList(Fixture.JobQueue, from: 100)]);
        Assert.Null(observation.NextCursor);
        Assert.Contains(observation.Problems, problem => problem.Code == ObservationProblemCode.ModificationNumberWentBack);
    }

    [Fact]
    public void A_login_page_from_the_archive_is_nonsense_and_covers_nothing()
    {
        var observation = Make.Reader.Interpret([Make.JobList("<html><body>Sign in</body></html>"u8.ToArray(), from: 7)]);
        Assert.Equal(ReaderFailureCode.Nonsense, observation.Failure!.Code);
        Assert.Null(observation.Coverage);
        Assert.Equal("q1/7", observation.NextCursor);
    }

    [Fact]
    public void No_answers_are_no_observation()
    {
        var observation = Make.Reader.Interpret([]);
        Assert.False(observation.IsComplete);
        Assert.Null(observation.NextCursor);
    }

    private static (JobObservation Job, IReadOnlyList<ObservationProblem> Problems) FirstJob(params (string Old, string Fresh)[] changes)
    {
        var text = Encoding.UTF8.GetString(Fixture.JobQueue);
        foreach (var (old, fresh) in changes)
        {
            var at = text.IndexOf(old, StringComparison.Ordinal);
            Assert.True(at >= 0, $"The fixture has no {old}.");
            text = text[..at] + fresh + text[(at + old.Length)..];
        }

        var observation = Make.Reader.Interpret([Make.JobList(Encoding.UTF8.GetBytes(text))]);
        return (observation.Jobs[0], observation.Problems);
    }
}
