using CsCheck;
using NodaTime;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Tests;

public class JobHistoryTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 12, 0);

    private static readonly Gen<JobSighting[]> Sightings = Gen.Select(
            Gen.Bool.Select(after => after ? "after" : "before"), Gen.Long[0, 4], Gen.Int[0, 5], Gen.Int[1, 3], Gen.Bool.Select(other => other ? "Yildiz" : "Brandt"))
        .Select((queue, modification, minute, copies, user) => Sighting(queue, modification, minute, copies, user))
        .Array[1, 12];

    [Fact]
    public void Order_repetition_and_batching_do_not_matter() =>
        Gen.Select(Sightings, Gen.Int[0, 100], Gen.Int).Sample((all, cut, seed) =>
        {
            var expected = JobHistory.Of(all);
            var shuffled = all.Concat(all).ToArray();
            new Random(seed).Shuffle(shuffled);
            var half = JobHistory.Of(shuffled.Take(1 + cut % shuffled.Length)).Sightings;
            var merged = JobHistory.Of(half.Concat(shuffled.Skip(1 + cut % shuffled.Length)));
            return merged.Revision == expected.Revision
                && merged.FirstSeenAt == expected.FirstSeenAt
                && merged.LastChangedAt == expected.LastChangedAt
                && merged.Current.ToJson() == expected.Current.ToJson()
                && merged.Sightings.Select(sighting => sighting.Key).SequenceEqual(expected.Sightings.Select(sighting => sighting.Key));
        });

    [Fact]
    public void A_reprint_that_raises_copies_is_a_new_revision() =>
        Assert.Equal(2, JobHistory.Of([Sighting("q", 1, 0, copies: 1), Sighting("q", 2, 5, copies: 3)]).Revision);

    [Fact]
    public void A_name_that_comes_later_is_no_new_revision()
    {
        var history = JobHistory.Of([Sighting("q", 1, 0, user: null), Sighting("q", 2, 5, user: "Brandt")]);
        Assert.Equal(1, history.Revision);
        Assert.Equal("Brandt", history.Current.UserName);
    }

    [Fact]
    public void Figures_that_went_and_came_back_count_as_two_changes() =>
        Assert.Equal(3, JobHistory.Of([Sighting("q", 1, 0, copies: 1), Sighting("q", 2, 1, copies: 2), Sighting("q", 3, 2, copies: 1)]).Revision);

    [Fact]
    public void A_clock_of_ours_that_was_put_right_moves_no_finished_job_into_another_month()
    {
        var at = new DateTimeOffset(2026, 11, 22, 11, 30, 0, TimeSpan.Zero);
        var raw = new Dictionary<string, string> { [JobFigures.TimesName] = "printer-up-time" };
        var known = new JobFigures { Kind = JobKind.Print, Status = PrintJobStatus.Completed, CompletedAt = at, Impressions = 4 };
        var workedOut = known with { CompletedAt = at.AddDays(9), Raw = raw };
        Assert.Equal((1, Instant.FromDateTimeOffset(at)), Told(known, workedOut));
        Assert.Equal((1, Instant.FromDateTimeOffset(at)), Told(known with { Raw = raw }, workedOut));
        // Told by the printer's calendar, or printed again, it did move.
        Assert.Equal((2, Instant.FromDateTimeOffset(at.AddDays(9))), Told(known, workedOut with { Raw = known.Raw }));
        Assert.Equal((2, Instant.FromDateTimeOffset(at.AddDays(9))), Told(known, workedOut with { Impressions = 8 }));

        static (int Revision, Instant AccountedAt) Told(JobFigures first, JobFigures then)
        {
            var history = JobHistory.Of([new("q", 0, Noon, first), new("q", 0, Noon + Duration.FromMinutes(5), then)]);
            return (history.Revision, history.AccountedAt);
        }
    }

    [Fact]
    public void A_finished_job_keeps_the_times_that_the_printer_forgot_when_it_was_switched_off()
    {
        var at = new DateTimeOffset(2026, 11, 22, 11, 30, 0, TimeSpan.Zero);
        var known = new JobFigures { Kind = JobKind.Print, Status = PrintJobStatus.Completed, SubmittedAt = at.AddMinutes(-2), CompletedAt = at, Impressions = 4 };
        var forgotten = known with { SubmittedAt = null, CompletedAt = null };
        var history = JobHistory.Of([Seen(known, 0), Seen(forgotten, 5), Seen(forgotten, 9)]);
        Assert.Equal((1, Instant.FromDateTimeOffset(at)), (history.Revision, history.AccountedAt));
        Assert.Equal(known.SubmittedAt, history.Current.SubmittedAt);
        // Printing again is another matter: then the old time is no longer true.
        Assert.Null(JobHistory.Of([Seen(known, 0), Seen(forgotten with { Status = PrintJobStatus.Pending }, 5)]).Current.CompletedAt);

        static JobSighting Seen(JobFigures figures, int minute) => new("jobs", 0, Noon + Duration.FromMinutes(minute), figures);
    }

    [Fact]
    public void Other_ink_is_a_new_revision()
    {
        var some = Sighting("q", 1, 0);
        var more = new JobSighting("q", 2, Noon + Duration.FromMinutes(1), some.Figures with { InkNl = new() { ["C"] = 8 } });
        Assert.Equal(2, JobHistory.Of([some, more]).Revision);
    }

    [Fact]
    public void The_period_is_decided_by_completion_else_by_the_first_sight()
    {
        var unfinished = Sighting("q", 1, 3);
        Assert.Equal(unfinished.ObservedAt, JobHistory.Of([Sighting("q", 2, 9), unfinished]).AccountedAt);
        var completed = new DateTimeOffset(2026, 10, 31, 22, 59, 0, TimeSpan.Zero);
        var finished = new JobSighting("q", 3, Noon, unfinished.Figures with { CompletedAt = completed });
        Assert.Equal(Instant.FromDateTimeOffset(completed), JobHistory.Of([finished]).AccountedAt);
    }

    [Fact]
    public void Figures_survive_the_database_unchanged()
    {
        var figures = Sighting("q", 1, 0).Figures with
        {
            CompletedAt = new DateTimeOffset(2026, 10, 31, 22, 59, 0, TimeSpan.Zero),
            Pages = [new JobPage { Number = 1, WidthUm = 594_000, HeightUm = 841_000, Rotation = 90 }],
            Raw = new Dictionary<string, string> { ["Status"] = "Completed/OK" },
        };
        var back = JobFigures.FromJson(figures.ToJson());
        Assert.Equal(figures.ToJson(), back.ToJson());
        Assert.Equal(figures.ToJson(), back.ToJson());
        Assert.True(figures.IsAccountedLike(back));
    }

    private static JobSighting Sighting(string queue, long modification, int minute, int copies = 1, string? user = "Brandt") => new(
        queue, modification, Noon + Duration.FromMinutes(minute), new JobFigures
        {
            Kind = JobKind.Print,
            Status = PrintJobStatus.Completed,
            UserName = user,
            CopiesPrinted = copies,
            PageAreaMm2 = 499_554 * copies,
            InkNl = new() { ["C"] = 7, ["K"] = 9 },
        });
}
