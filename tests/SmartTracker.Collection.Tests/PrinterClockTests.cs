using System.Globalization;
using System.Text;
using CsCheck;
using NodaTime;
using SmartTracker.Collection.Collecting;
using SmartTracker.Collection.Domain;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.Piws;

namespace SmartTracker.Collection.Tests;

/// <summary>A printer's clock may show anything. No job gets lost by it, and none waits for a month that nobody bills.</summary>
public class PrinterClockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Earliest = new(2005, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<DateTimeOffset> Shown = Gen.OneOf(
        Gen.Long[0, 7_226_582_400].Select(DateTimeOffset.FromUnixTimeSeconds),
        Gen.Int[-3 * 24 * 60, 3 * 24 * 60].Select(minutes => Noon.AddMinutes(minutes)));

    [Fact]
    public void Whatever_the_clocks_show_every_job_is_there_and_in_a_month_that_can_be_billed() =>
        Gen.Select(Shown.Array[1, 6], Gen.Bool).Sample((shown, namesZone) =>
        {
            var jobs = Read(shown, namesZone);
            var accounted = jobs.Select(job => JobHistory.Of([new JobSighting("q", 1, Instant.FromDateTimeOffset(Noon), JobFiguresReading.Read(job))]).AccountedAt).ToList();
            Assert.Equal(shown.Length, jobs.Count);
            Assert.All(accounted, at => Assert.InRange(at, Instant.FromDateTimeOffset(Earliest), Instant.FromDateTimeOffset(Noon.AddHours(15))));
        });

    [Theory]
    [InlineData("1970-01-03T04:05:06Z", "2026-11-20T12:00:00Z")]
    [InlineData("2036-02-07T06:28:16Z", "2026-11-20T12:00:00Z")]
    [InlineData("2026-11-20T13:00:00Z", "2026-11-20T13:00:00Z")]
    [InlineData("2026-10-31T22:59:00Z", "2026-10-31T22:59:00Z")]
    public void Its_month_is_that_of_its_end_or_else_that_of_the_first_sight(string shown, string accounted)
    {
        var job = Assert.Single(Read([DateTimeOffset.Parse(shown, CultureInfo.InvariantCulture)], namesZone: true));
        var history = JobHistory.Of([new JobSighting("q", 1, Instant.FromDateTimeOffset(Noon), JobFiguresReading.Read(job))]);
        Assert.Equal(accounted, history.AccountedAt.ToString());
    }

    private static IReadOnlyList<JobObservation> Read(IEnumerable<DateTimeOffset> completed, bool namesZone)
    {
        var list = new StringBuilder("<JobQueueSnapshot><ModificationNumber>1</ModificationNumber><Jobs>");
        foreach (var (index, at) in completed.Index())
        {
            var time = at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + (namesZone ? "Z" : "");
            list.Append(CultureInfo.InvariantCulture, $"<Job><Job2DPrint><UUID>2a000000-0000-4000-8000-{index:000000000000}</UUID><Status><JobStatus>Completed</JobStatus><CompletionStatus>OK</CompletionStatus></Status><Accounting><CompletionTimestamp>{time}</CompletionTimestamp></Accounting></Job2DPrint></Job>");
        }

        var body = Encoding.UTF8.GetBytes(list.Append("</Jobs></JobQueueSnapshot>").ToString());
        return new PiwsReader(TimeProvider.System).Interpret([new RawAnswer("/LFPWebServices/PI/JQ/JobQueue/q/jobs/all?fromModificationNumber=0", Noon, 200, "text/xml", body, true)]).Jobs;
    }
}
