using CsCheck;
using NodaTime;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Tests;

public class CoverageTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 12, 0);

    private static readonly CoverageStretch Last = new("old", 0, 40, Noon, Noon, IsGap: false);

    [Fact]
    public void The_first_contact_begins_a_stretch() =>
        Assert.Equal(new CoverageStretch("old", 0, 40, Noon, Noon, false), Assert.Single(Coverage.After(null, Seen("old", 0, 40, 0), false).Stretches));

    [Fact]
    public void A_delta_prolongs_the_stretch()
    {
        var change = Coverage.After(Last, Seen("old", 40, 55, 5), anyJobs: true);
        Assert.True(change.ReplacesLast);
        Assert.Equal(Last with { To = 55, ToAt = At(5) }, Assert.Single(change.Stretches));
    }

    [Fact]
    public void A_restart_whose_list_holds_a_known_job_goes_on_without_gap()
    {
        var change = Coverage.After(Last, Seen("new", 0, 9, 5, anyKnown: true), anyJobs: true);
        Assert.False(change.ReplacesLast);
        Assert.Equal(new CoverageStretch("new", 0, 9, Last.ToAt, At(5), false), Assert.Single(change.Stretches));
    }

    [Theory]
    [InlineData("new", 0)]
    [InlineData("old", 0)]
    [InlineData("old", 60)]
    public void A_list_that_does_not_reach_back_leaves_a_gap(string queue, long from)
    {
        var change = Coverage.After(Last, Seen(queue, from, from + 9, 5), anyJobs: true);
        Assert.False(change.ReplacesLast);
        Assert.Equal([new("", 0, null, Last.ToAt, At(5), true), new(queue, from, from + 9, At(5), At(5), false)], change.Stretches);
    }

    [Fact]
    public void A_list_that_rolled_over_leaves_a_gap_although_its_changes_were_asked_for()
    {
        var seen = CoverageSeen.Of("old", 40, 60, listHolds: 5, changed: 5, anyKnown: false, At(5));
        Assert.Equal([new("", 0, null, Last.ToAt, At(5), true), new("old", 40, 60, At(5), At(5), false)], Coverage.After(Last, seen, anyJobs: true).Stretches);
    }

    [Theory]
    [InlineData(6, 5, false, 60)] // One job of the list did not change: it was there before.
    [InlineData(5, 5, true, 60)] // One of those that changed was known.
    [InlineData(0, 0, false, 40)] // Nothing changed.
    [InlineData(null, 5, false, 60)] // The device does not say how long its list is.
    public void A_list_that_still_holds_what_was_there_before_goes_on(int? holds, int changed, bool anyKnown, long to) =>
        Assert.True(Coverage.After(Last, CoverageSeen.Of("old", 40, to, holds, changed, anyKnown, At(5)), anyJobs: true).ReplacesLast);

    [Fact]
    public void A_printer_that_never_had_a_job_loses_none_at_a_restart() =>
        Assert.DoesNotContain(Coverage.After(Last, Seen("new", 0, 9, 5), anyJobs: false).Stretches, stretch => stretch.IsGap);

    [Fact]
    public void A_clock_that_was_set_back_ends_no_stretch_before_it_began()
    {
        var change = Coverage.After(Last, Seen("old", 40, 41, -30), anyJobs: true);
        Assert.Equal(Last.ToAt, Assert.Single(change.Stretches).ToAt);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(500)]
    [InlineData(5000)]
    public void What_a_list_of_this_length_forgets_unseen_is_a_gap_at_the_very_next_visit(int holds) =>
        Gen.OneOf(Gen.Int[0, holds - 1], Gen.Int[holds - 2, 3 * holds]).Array[2, 12].Sample(printed =>
        {
            CoverageStretch? last = null;
            var (total, seen) = (1, 0);
            foreach (var (visit, more) in printed.Index())
            {
                total += more;
                var oldest = Math.Max(0, total - holds);
                var (changed, listed) = (total - Math.Max(oldest, seen), Math.Min(total, holds));
                var change = Coverage.After(last, CoverageSeen.Of("q", seen, total, listed, changed, anyKnown: false, At(visit)), anyJobs: seen > 0);
                var isGap = change.Stretches.Any(stretch => stretch.IsGap);
                // At the first visit there is nothing that could be missing.
                if (visit > 0 && oldest > seen && !isGap)
                    return false;
                if (isGap && (visit == 0 || oldest < seen))
                    return false;
                (last, seen) = (change.Stretches[^1], total);
            }

            return true;
        });

    private static Instant At(int minutes) => Noon + Duration.FromMinutes(minutes);

    private static CoverageSeen Seen(string queue, long from, long to, int minutes, bool anyKnown = false) => new(queue, from, to, At(minutes), anyKnown);
}
