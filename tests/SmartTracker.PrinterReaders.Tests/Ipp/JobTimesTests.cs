namespace SmartTracker.PrinterReaders.Tests.Ipp;

/// <summary>When a job ran, by a printer's calendar or by the seconds since it was switched on.</summary>
public sealed class JobTimesTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Without_a_calendar_times_are_worked_out_and_do_not_wander()
    {
        var printer = new PaperPrinter { Now = Start, SwitchedOnAt = Start.AddHours(-3) };
        var job = printer.Print();
        var first = printer.Visit(null);
        var seen = Assert.Single(first.Jobs);
        Assert.InRange(seen.CompletedAt!.Value - job.CompletedAt, TimeSpan.FromSeconds(-2), TimeSpan.FromSeconds(2));
        Assert.Equal("printer-up-time", seen.TimeSource);

        var cursor = first.NextCursor;
        for (var visit = 0; visit < 50; visit++)
        {
            printer.Now = printer.Now.AddSeconds(300.31);
            var next = printer.Visit(cursor);
            Assert.Equal(seen, Assert.Single(next.Jobs) with { Pages = seen.Pages });
            cursor = next.NextCursor;
        }
    }

    [Fact]
    public void A_job_from_before_the_printer_was_switched_on_has_no_time_and_is_the_same_job()
    {
        var printer = new PaperPrinter { Now = Start, SwitchedOnAt = Start.AddHours(-3) };
        printer.Print();
        var first = printer.Visit(null);
        printer.SwitchOffAndOn();
        var later = Assert.Single(printer.Visit(first.NextCursor).Jobs);
        Assert.Null(later.CompletedAt);
        Assert.Null(later.TimeSource);
        Assert.Equal(first.Jobs[0].DeviceJobId, later.DeviceJobId);
    }

    [Fact]
    public void A_right_calendar_is_believed_to_the_second()
    {
        var printer = new PaperPrinter { Now = Start, SwitchedOnAt = Start.AddHours(-3), TellsDates = true };
        var job = printer.Print();
        var seen = Assert.Single(printer.Visit(null).Jobs);
        Assert.Equal((job.CreatedAt, job.CompletedAt, null), (seen.SubmittedAt, seen.CompletedAt, seen.TimeSource));
    }

    [Theory]
    [InlineData(-400 * 24)]
    [InlineData(-20 * 365 * 24)]
    [InlineData(2)]
    public void A_wrong_calendar_is_told_and_the_seconds_counted_are_believed(int hoursAhead)
    {
        var printer = new PaperPrinter { Now = Start, SwitchedOnAt = Start.AddHours(-3), TellsDates = true, CalendarIsAhead = TimeSpan.FromHours(hoursAhead) };
        var job = printer.Print();
        var observation = printer.Visit(null);
        var seen = Assert.Single(observation.Jobs);
        Assert.InRange(seen.CompletedAt!.Value - job.CompletedAt, TimeSpan.FromSeconds(-2), TimeSpan.FromSeconds(2));
        Assert.Equal("printer-up-time", seen.TimeSource);
        Assert.Contains(observation.Problems, problem => problem.Code == ObservationProblemCode.ClockOff);
    }

    [Fact]
    public void Another_printer_at_the_address_is_met_anew()
    {
        var printer = new PaperPrinter { Now = Start, SwitchedOnAt = Start.AddHours(-3) };
        printer.Print();
        printer.Print();
        var cursor = printer.Visit(null).NextCursor;
        var other = new PaperPrinter { Now = Start.AddHours(1), SwitchedOnAt = Start.AddMinutes(30), SerialNumber = "CN9Z" };
        other.Print();
        var observation = other.Visit(cursor);
        Assert.Equal("1", Assert.Single(observation.Jobs).DeviceJobId);
        Assert.DoesNotContain(observation.Problems, problem => problem.Code == ObservationProblemCode.JobNumbersRestarted);
    }

    [Fact]
    public void Numbers_show_how_far_back_the_list_reaches()
    {
        var printer = new PaperPrinter { Now = Start, SwitchedOnAt = Start.AddHours(-3) };
        for (var i = 0; i < 9; i++)
            printer.Print();
        printer.Forget(4);
        var first = printer.Visit(null);
        Assert.Equal(new ObservationCoverage("jobs", 4, 9, null), first.Coverage);

        printer.Forget(5);
        var empty = printer.Visit(first.NextCursor);
        Assert.Equal(new ObservationCoverage("jobs", 0, 9, null), empty.Coverage);

        printer.Print();
        printer.Print();
        printer.Forget(1);
        Assert.Equal(new ObservationCoverage("jobs", 10, 11, null), printer.Visit(empty.NextCursor).Coverage);

        printer.Reset(keepJobs: false);
        printer.Print();
        var anew = printer.Visit(empty.NextCursor);
        Assert.NotEqual("jobs", anew.Coverage!.Queue);
        Assert.Equal((0L, 1L), (anew.Coverage.From, anew.Coverage.To!.Value));
        Assert.Contains(anew.Problems, problem => problem is { Code: ObservationProblemCode.JobNumbersRestarted, Raw: "9 -> 1" });
    }
}
