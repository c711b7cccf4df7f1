using CsCheck;
using NodaTime;
using SmartTracker.Collection.Domain;
using SmartTracker.PrinterReaders.Names;

namespace SmartTracker.Collection.Tests;

/// <summary>Two sources of one printer tell of the same jobs, each in its own words and precision.</summary>
public class ListMatchingTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 10, 5, 7, 0, 13);

    private static readonly Gen<Print[]> SomePrints = Gen.Select(Gen.Int[5, 900], Gen.Int[0, 2], Gen.Int[1, 2], Gen.Int[1, 2], Gen.Long[500_000, 503_000])
        .Select((gap, name, pages, copies, area) => new Print(0, Start, gap, $"plan {name}.pdf", pages, copies, area)).Array[1, 25]
        .Select(prints =>
        {
            var at = Start;
            return prints.Select((print, index) => print with { Index = index, EndedAt = at += Duration.FromSeconds(print.Gap) }).ToArray();
        });

    private static readonly Gen<(bool IsCoarse, int Printed)[]> SomeVisits = Gen.Select(Gen.Bool, Gen.Int[0, 6]).Array[1, 10];

    [Fact]
    public void No_job_is_counted_twice_nor_lost_without_a_question_however_coarse_the_second_source_is() =>
        Gen.Select(SomePrints, SomeVisits, Gen.Bool, Gen.Bool, Gen.Bool).Sample((prints, visits, toTheMinute, tellsNames, tellsPages) =>
        {
            var books = new Books();
            Visit(books, prints, visits, print => Coarse(print, toTheMinute, tellsNames, tellsPages));
            Assert.True(books.Jobs.Count <= books.Told.Count, "A job is counted twice.");
            Assert.True(books.Jobs.Count + books.Asked.Count >= books.Told.Count, "A job is lost.");
        }, iter: 3000);

    [Fact]
    public void Nobody_is_asked_where_both_sources_tell_seconds_and_names() =>
        Gen.Select(SomePrints, SomeVisits).Sample((prints, visits) =>
        {
            var books = new Books();
            Visit(books, prints, visits, print => Coarse(print, toTheMinute: false, tellsNames: true, tellsPages: true));
            Assert.Empty(books.Asked);
            Assert.Equal(books.Told.Count, books.Jobs.Count);
        }, iter: 1000);

    [Fact]
    public void Jobs_that_look_alike_within_a_minute_are_told_apart_by_their_number()
    {
        ListedJob[] known = [Job("piws", 5), Job("piws", 25), Job("piws", 45)];
        ListedJob[] listed = [Job("ews", 0), Job("ews", 0), Job("ews", 0)];
        Assert.All(ListMatching.Of(listed, known), found => Assert.Equal(ListingVerdict.Same, found.Verdict));
        Assert.Equal(1, ListMatching.Of([.. listed, listed[0]], known).Count(found => found.Verdict == ListingVerdict.Asked));
    }

    [Fact]
    public void A_name_that_one_of_them_withholds_is_no_sign_that_they_differ()
    {
        var (pseudonym, ofAnotherKey) = (Pseudonym.Of(new byte[Pseudonym.KeyLength], NameKind.Job, "A-101.pdf"), Pseudonym.Of([.. new byte[Pseudonym.KeyLength - 1], 1], NameKind.Job, "A-101.pdf"));
        string[] words = ["A-101.pdf", pseudonym, ofAnotherKey, WithheldName.Dropped];
        Assert.All(words, known => Assert.All(words, listed =>
            Assert.Equal(ListingVerdict.Same, Verdict(Job("ews", 5) with { Name = listed }, Job("piws", 5) with { Name = known }))));
        Assert.Equal(ListingVerdict.Asked, Verdict(Job("ews", 5) with { Name = "other.pdf" }, Job("piws", 5)));
    }

    [Fact]
    public void The_same_moment_with_another_name_is_a_question_and_so_is_the_same_drawing_a_minute_later()
    {
        var known = Job("piws", 5);
        Assert.Equal(ListingVerdict.Asked, Verdict(Job("ews", 5) with { Name = "other.pdf" }, known));
        Assert.Equal(ListingVerdict.Asked, Verdict(Job("ews", 75), known));
        Assert.Equal(ListingVerdict.New, Verdict(Job("ews", 75) with { Name = "other.pdf" }, known));
        Assert.Equal(ListingVerdict.New, Verdict(Job("ews", 3600), known));
        Assert.Equal(ListingVerdict.Asked, Verdict(Job("ews", 5) with { Name = null, Copies = null, Pages = null, MediaAreaMm2 = null }, known));
    }

    [Fact]
    public void What_one_source_ended_the_other_may_still_have_waiting()
    {
        var waiting = Job("piws", 0) with { IsOver = false, EndedAt = null, ArrivedAt = Start, Copies = null };
        Assert.Equal(ListingVerdict.Same, Verdict(Job("import", 500), waiting));
        Assert.Equal(ListingVerdict.New, Verdict(Job("import", 500) with { Name = null }, waiting));
    }

    [Fact]
    public void After_a_switch_a_job_amid_known_ones_is_a_question_unless_jobs_may_have_been_missed_there()
    {
        ListedJob[] known = [Job("piws", 5), Job("piws", 7205)];
        ListedJob[] listed = [Job("ews", 5), Job("ews", 3600) with { Name = "copy" }, Job("ews", 7205), Job("ews", 9000) with { Name = "new" }];
        var stretch = new Interval(known[0].EndedAt, known[1].EndedAt);
        Assert.Equal(
            [ListingVerdict.Same, ListingVerdict.Asked, ListingVerdict.Same, ListingVerdict.New], ListMatching.Of(listed, known, stretch).Select(found => found.Verdict));
        Assert.Equal(ListingVerdict.New, ListMatching.Of(listed, known, stretch, _ => true)[1].Verdict);
    }

    [Fact]
    public void After_a_switch_to_a_clock_that_is_hours_off_every_job_is_a_question()
    {
        ListedJob[] known = [Job("piws", 5), Job("piws", 900), Job("piws", 9000)];
        var shifted = known.Select(job => job with { Source = "ews", EndedAt = job.EndedAt + Duration.FromHours(2) }).ToList();
        Assert.All(ListMatching.Of(shifted, known, new Interval(known[0].EndedAt, known[2].EndedAt)), found => Assert.Equal(ListingVerdict.Asked, found.Verdict));
    }

    private static ListingVerdict Verdict(ListedJob listed, ListedJob known) => Assert.Single(ListMatching.Of([listed], [known])).Verdict;

    private static ListedJob Job(string source, int second) => new(
        source, true, null, source == "ews" && second == 0 ? Instant.FromUtc(2026, 10, 5, 7, 0) : Instant.FromUtc(2026, 10, 5, 7, 0) + Duration.FromSeconds(second), false, "A-101.pdf", 2, 1, null, 1_000_000);

    private static ListedJob Exact(Print print) =>
        new("piws", true, print.EndedAt, print.EndedAt, false, print.Name, print.Pages, print.Copies, print.Pages * print.Copies, print.Area);

    private static ListedJob Coarse(Print print, bool toTheMinute, bool tellsNames, bool tellsPages) => new(
        "ews", true, null, toTheMinute ? print.EndedAt - Duration.FromSeconds(print.EndedAt.ToUnixTimeSeconds() % 60) : print.EndedAt, false,
        tellsNames ? print.Name : null, tellsPages ? print.Pages : null, print.Copies, null, (print.Area + 5_000) / 10_000 * 10_000);

    /// <summary>The printer goes on printing; now the one source is asked, now the other. A list reaches back to where somebody asked before.</summary>
    private static void Visit(Books books, Print[] prints, (bool IsCoarse, int Printed)[] visits, Func<Print, ListedJob> coarse)
    {
        var (printed, before) = (0, 0);
        bool? last = null;
        foreach (var (isCoarse, more) in visits)
        {
            (before, printed) = (printed, Math.Min(prints.Length, printed + more));
            var since = prints.Take(before).LastOrDefault()?.EndedAt - Duration.FromMinutes(6);
            var list = prints.Take(printed).Where(print => since is null || print.EndedAt >= since).ToList();
            books.Take(list, isCoarse ? coarse : Exact, isCoarse ? "ews" : "piws", last is { } was && was != isCoarse);
            last = isCoarse;
        }
    }

    /// <param name="Gap">Seconds since the one before.</param>
    private sealed record Print(int Index, Instant EndedAt, int Gap, string Name, int Pages, int Copies, long Area);

    /// <summary>What is made of all lists, as the module does it with a database.</summary>
    private sealed class Books
    {
        private readonly HashSet<(string Source, int Print)> _known = [];
        // By its place among the jobs: two prints of one minute may be alike in every word.
        private readonly HashSet<(string Source, int Job)> _linked = [];

        public List<ListedJob> Jobs { get; } = [];

        public HashSet<(string, int)> Asked { get; } = [];

        public HashSet<int> Told { get; } = [];

        public void Take(IReadOnlyList<Print> list, Func<Print, ListedJob> said, string source, bool isSwitched)
        {
            Told.UnionWith(list.Select(print => print.Index));
            var unknown = list.Where(print => !_known.Contains((source, print.Index))).ToList();
            var others = Enumerable.Range(0, Jobs.Count).Where(job => Jobs[job].Source != source && !_linked.Contains((source, job))).ToList();
            var ends = Jobs.Where(job => job.Source != source).Select(job => job.EndedAt!.Value).ToList();
            var stretch = isSwitched && ends.Count > 0 ? new Interval(ends.Min(), ends.Max()) : (Interval?)null;
            var found = ListMatching.Of(unknown.ConvertAll(print => said(print)), others.ConvertAll(job => Jobs[job]), stretch);
            for (var i = 0; i < unknown.Count; i++)
            {
                var key = (source, unknown[i].Index);
                var verdict = found[i].Verdict == ListingVerdict.New && Asked.Contains(key) ? ListingVerdict.Asked : found[i].Verdict;
                if (verdict == ListingVerdict.Asked)
                {
                    Asked.Add(key);
                    continue;
                }

                Asked.Remove(key);
                _known.Add(key);
                if (found[i].Known is { } same)
                    _linked.Add((source, others[same]));
                else
                    Jobs.Add(said(unknown[i]));
            }
        }
    }
}
