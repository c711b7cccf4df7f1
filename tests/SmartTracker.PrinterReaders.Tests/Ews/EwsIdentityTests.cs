using System.Globalization;
using System.Text;
using CsCheck;
using SmartTracker.PrinterReaders.Ews;

namespace SmartTracker.PrinterReaders.Tests.Ews;

/// <summary>A list has no ids of its own; the same rows must be the same jobs in every list, whatever rolled off and whatever came.</summary>
public sealed class EwsIdentityTests
{
    private const string Heading = "Document;User;Job type;Status;Copies;Paper area (m²);Printing time";
    private static readonly EwsReader Reader = new(TimeProvider.System);

    [Fact]
    public void Two_rows_that_are_the_same_are_two_jobs()
    {
        var observation = Read(["a.pdf;mm;Print;printed;1;1.2500;2026-10-05 10:00:00", "a.pdf;mm;Print;printed;1;1.2500;2026-10-05 10:00:00"]);
        Assert.Equal(2, observation.Jobs.Select(job => job.DeviceJobId).Distinct().Count());
    }

    [Fact]
    public void One_more_copy_tries_in_all_is_an_update_and_one_more_such_row_is_one_more_job()
    {
        string[] first = ["a.pdf;mm;Print;printed;1;1.2500;2026-10-05 10:00:00", "b.pdf;mm;Print;printed;1;1.2500;2026-10-05 09:00:00"];
        var before = Read(first);
        var updated = Read([first[0].Replace(";1;1.2500", ";2;2.5000", StringComparison.Ordinal), first[1]], before.NextCursor);
        Assert.Equal(before.Jobs.Select(job => job.DeviceJobId), updated.Jobs.Select(job => job.DeviceJobId));
        Assert.Equal((2, 2_500_000), (updated.Jobs[0].CopiesPrinted!.Value, updated.Jobs[0].MediaArea!.Value));

        var more = Read([first[0], .. first], updated.NextCursor);
        Assert.Single(more.Jobs.Select(job => job.DeviceJobId).Except(before.Jobs.Select(job => job.DeviceJobId)));
    }

    [Fact]
    public void Of_jobs_at_the_same_moment_the_one_that_stays_keeps_its_id_when_the_other_rolls_off()
    {
        var before = Read(["c.pdf;;Print;printed;1;3.0000;2026-10-05 11:00", "b.pdf;;Print;printed;1;2.0000;2026-10-05 10:00", "a.pdf;;Print;printed;1;1.0000;2026-10-05 10:00"]);
        var after = Read(["d.pdf;;Print;printed;1;4.0000;2026-10-05 12:00", "c.pdf;;Print;printed;1;3.0000;2026-10-05 11:00", "b.pdf;;Print;printed;1;2.0000;2026-10-05 10:00"], before.NextCursor);
        Assert.Equal(Id(before, "b.pdf"), Id(after, "b.pdf"));
        Assert.NotEqual(Id(before, "a.pdf"), Id(after, "b.pdf"));
    }

    [Fact]
    public void A_date_that_is_understood_later_makes_no_other_job()
    {
        string[] early = ["a.pdf;;Print;printed;1;1.0000;07/10/2026 10:00:00"];
        var unsure = Read(early);
        Assert.Null(Assert.Single(unsure.Jobs).CompletedAt);
        Assert.Contains(unsure.Problems, problem => problem.Code == ObservationProblemCode.AmbiguousTime);
        var sure = Read(["b.pdf;;Print;printed;1;1.0000;13/10/2026 10:00:00", .. early], unsure.NextCursor);
        Assert.Equal(unsure.Jobs[0].DeviceJobId, Id(sure, "a.pdf"));
        Assert.Equal(new DateTimeOffset(2026, 10, 7, 10, 0, 0, TimeSpan.Zero), sure.Jobs[1].CompletedAt);
        // And it is not forgotten where a later list proves nothing.
        Assert.Equal(new DateTimeOffset(2026, 10, 7, 10, 0, 0, TimeSpan.Zero), Read(early, sure.NextCursor).Jobs[0].CompletedAt);
    }

    [Fact]
    public void A_row_without_a_time_cannot_be_told_from_another_and_is_named()
    {
        var observation = Read(["a.pdf;;Print;printed;1;1.0000;", "b.pdf;;Print;printed;1;1.0000;2026-10-05 10:00:00", "c.pdf;;Print;printed;1;1.0000;2026-10-05 09:00:00", "d.pdf;;Print;printed;1;1.0000;2026-10-05 08:00:00", "e.pdf;;Print;printed;1;1.0000;2026-10-05 07:00:00"]);
        Assert.Equal(4, observation.Jobs.Count);
        Assert.Contains(observation.Problems, problem => problem is { Code: ObservationProblemCode.JobWithoutId, Raw: "a.pdf" });
    }

    [Fact]
    public void A_list_that_became_empty_may_have_been_cleared_with_jobs_in_it()
    {
        var before = Read(["a.pdf;;Print;printed;1;1.0000;2026-10-05 10:00:00"]);
        var cleared = Read([], before.NextCursor);
        Assert.True(cleared.Coverage!.From > before.Coverage!.To);
        var still = Read([], cleared.NextCursor);
        Assert.Equal(cleared.Coverage.To, still.Coverage!.From);
    }

    [Fact]
    public void Another_device_at_the_address_begins_at_the_beginning()
    {
        var before = Read(["a.pdf;;Print;printed;1;1.0000;2026-10-05 10:00:00"]);
        var other = Read(["b.pdf;;Print;printed;1;1.0000;2026-10-05 12:00:00"], before.NextCursor, serial: "OTHER");
        Assert.Equal((0, 1), (other.Coverage!.From, other.Coverage.To));
    }

    [Fact]
    public void An_hour_that_the_clocks_repeat_or_skip_is_read()
    {
        var observation = Read(["a;;Print;printed;1;1.0000;2026-10-25 02:30:00", "b;;Print;printed;1;1.0000;2026-03-29 02:30:00"], zone: "Europe/Berlin");
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), observation.Jobs[0].CompletedAt);
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero), observation.Jobs[1].CompletedAt);
    }

    [Fact]
    public void A_time_that_cannot_be_is_not_used()
    {
        var observation = Read(["a;;Print;printed;1;1.0000;2026-11-12 20:00:00", "b;;Print;printed;1;1.0000;1999-12-31 02:30:00"]);
        Assert.All(observation.Jobs, job => Assert.Null(job.CompletedAt));
        Assert.Equal(2, observation.Problems.Count(problem => problem.Code == ObservationProblemCode.ImpossibleTime));
    }

    [Theory]
    [InlineData("printed;Print", JobObservationStatus.Completed, JobObservationKind.Print, null)]
    [InlineData("canceled by user;Print", JobObservationStatus.Cancelled, JobObservationKind.Print, null)]
    [InlineData("cancelled by system error;Copy", JobObservationStatus.Cancelled, JobObservationKind.Copy, null)]
    [InlineData("error;Scan", JobObservationStatus.Failed, JobObservationKind.Scan, null)]
    [InlineData("отпечатано;Печать", JobObservationStatus.Completed, JobObservationKind.Print, null)]
    [InlineData("vom Benutzer abgebrochen;Kopie", JobObservationStatus.Cancelled, JobObservationKind.Copy, null)]
    [InlineData("glorped;Print", JobObservationStatus.Pending, JobObservationKind.Print, "glorped")]
    [InlineData("printed;Glorp", JobObservationStatus.Completed, JobObservationKind.Print, "Glorp")]
    public void Words_are_read_and_unknown_ones_are_named(string words, JobObservationStatus status, JobObservationKind kind, string? unknown)
    {
        var parts = words.Split(';');
        var observation = Read([$"a;;{parts[1]};{parts[0]};1;1.0000;2026-10-05 10:00:00"]);
        var job = Assert.Single(observation.Jobs);
        Assert.Equal((status, kind), (job.Status, job.Kind));
        Assert.Equal(unknown, observation.Problems.SingleOrDefault(problem => problem.Code == ObservationProblemCode.UnknownWord)?.Raw);
    }

    [Fact]
    public void Zero_for_a_job_that_was_printed_is_no_figure() =>
        Assert.Contains(Read(["a;;Print;printed;1;0.0000;2026-10-05 10:00:00"]).Problems, problem => problem.Code == ObservationProblemCode.ZeroNotMeasured);

    /// <summary>However jobs come, whatever the list remembers and whenever it is read, as long as it is read before it rolls over: each job once.</summary>
    [Fact]
    public void Every_job_is_one_job_whenever_the_list_is_read()
    {
        Gen.Select(Gen.Int[0, 3].List[1, 40], Gen.Int[4, 12], Gen.Int[1, 3]).Sample(
            (pauses, remembers, readEvery) =>
            {
                var at = new DateTime(2026, 10, 1, 8, 0, 0, DateTimeKind.Unspecified);
                List<string> log = [];
                Dictionary<string, string> stored = [];
                string? cursor = null;
                for (var i = 0; i < pauses.Count; i++)
                {
                    // A pause of 0 ends two jobs in the same minute.
                    at = at.AddMinutes(pauses[i]);
                    log.Insert(0, $"job{i};;Print;printed;1;1.0000;{at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}");
                    if (i % readEvery != 0 && i != pauses.Count - 1)
                        continue;
                    var observation = Read([.. log.Take(remembers)], cursor);
                    foreach (var job in observation.Jobs)
                        stored[job.DeviceJobId] = job.JobName!;
                    Assert.True(i == 0 || observation.Coverage!.From < observation.Coverage.To);
                    cursor = observation.NextCursor;
                }

                // More jobs in one minute than the list holds cannot be told apart; the README says so.
                var crowds = log.GroupBy(row => row.Split(';')[^1]).Max(minute => minute.Count());
                if (crowds <= remembers - readEvery)
                    Assert.Equal(Enumerable.Range(0, pauses.Count).Select(i => $"job{i}").Order(), stored.Values.Order());
            },
            iter: 300);
    }

    private static string Id(PrinterObservation observation, string name) => observation.Jobs.Single(job => job.JobName == name).DeviceJobId;

    private static PrinterObservation Read(string[] rows, string? cursor = null, string serial = "CN1", string? zone = null) => Reader.Interpret(
    [
        Answer("/LFPWebServices/PI/Identification.xml", $"<Identification><SerialNumber>{serial}</SerialNumber></Identification>"),
        Answer($"/hp/device/webAccess/accounting.xls?cost=y#{zone};{cursor}", string.Concat(rows.Prepend(Heading).Select(row => row + "\r\n"))),
    ]);

    private static RawAnswer Answer(string path, string body) => new(path, new DateTimeOffset(2026, 11, 12, 14, 0, 0, TimeSpan.Zero), 200, null, Encoding.UTF8.GetBytes(body), IsWhole: true);
}
