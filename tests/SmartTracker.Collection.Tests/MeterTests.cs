using CsCheck;
using NodaTime;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Domain;
using SmartTracker.PrinterReaders.State;

namespace SmartTracker.Collection.Tests;

public class MeterTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 1, 0, 0);

    private static readonly long?[] Maxima = [null, 999_999, (1 << 24) - 1, uint.MaxValue];

    private static readonly Interval Month = new(Start, Instant.FromUtc(2026, 12, 1, 0, 0));

    [Theory]
    [InlineData(999_990, 15, 999_999, 25, false)] // DOMAIN.md vector 13: the counter shows 0 after its maximum.
    [InlineData(100, 100, 0, 0, false)]
    [InlineData(100, 250, 0, 150, false)]
    [InlineData(1_697_341, 1_697_340, 0, 0, false)] // Seen in the wild: back by one.
    [InlineData(100, 91, 0, 0, false)] // Nine were forgotten when the power failed.
    [InlineData(5_000, 12, 0, 0, true)] // A reset is never billed by guess.
    [InlineData(5_000, 12, 999_999, 0, true)] // Too far from its maximum to have come round.
    [InlineData(100, 90_000, 0, 0, true)] // More than the device can have done.
    [InlineData(999_999, 0, 999_999, 1, false)]
    [InlineData((1 << 24) - 3, 5, (1 << 24) - 1, 8, false)]
    [InlineData(int.MaxValue - 1L, 4, int.MaxValue, 6, false)]
    [InlineData((1L << 32) - 1, 4, (1L << 32) - 1, 5, false)]
    [InlineData(999_999, 0, 0, 0, true)] // Nobody said where it begins anew.
    [InlineData(1_000_050, 3, 999_999, 0, true)] // Beyond the maximum that it claims to have.
    [InlineData(5, 999_999, 999_999, 0, true)] // Back past zero, as after a board with a higher count.
    public void Usage_between_two_reads(long start, long end, long maximum, long amount, bool needsReview) =>
        Assert.Equal(new MeterUsage(amount, needsReview), MeterUsage.Between(start, end, maximum == 0 ? null : maximum, plausible: 1000));

    [Fact]
    public void No_reads_whatever_give_negative_or_implausible_usage() =>
        Gen.Select(Gen.Long[0, 1L << 33], Gen.Long[0, 1L << 33], Gen.Int[0, 3].Select(index => Maxima[index]), Gen.Long[0, 100_000])
            .Sample((start, end, maximum, plausible) => MeterUsage.Between(start, end, maximum, plausible) is { Amount: >= 0 } usage && usage.Amount <= plausible);

    [Fact]
    public void Nothing_that_a_number_can_hold_makes_it_throw() =>
        Gen.Select(Gen.Long, Gen.Long, Gen.Long.Nullable(), Gen.Long[0, long.MaxValue]).Sample((start, end, maximum, plausible) =>
            MeterUsage.Between(start, end, maximum, plausible) is { Amount: >= 0 } usage && usage.Amount <= plausible);

    [Fact]
    public void A_counter_that_comes_round_counts_every_step() =>
        Gen.Select(Gen.Long[0, 999], Gen.Int[1, 50].Array[1, 20]).Sample((first, steps) =>
        {
            var (value, at) = (first, Start);
            var runs = new List<MeterRun> { Run(value, at) };
            foreach (var step in steps)
            {
                at += Duration.FromHours(1);
                value = (value + step) % 1000;
                runs.Add(Run(value, at));
            }

            var advance = Assert.Single(MeterAdvance.Over(Month, runs.OrderBy(run => run.Value)));
            return advance.Usage == new MeterUsage(steps.Sum(), false);

            static MeterRun Run(long value, Instant at) => new("S/1", "impressions", MeterKind.Impressions, value, 999, at, at);
        });

    [Fact]
    public void Stretches_that_follow_each_other_add_up_to_the_whole() =>
        Gen.Select(Gen.Int[0, 20].Array[2, 30], Gen.Int[1, 700]).Sample((steps, split) =>
        {
            var total = 100L;
            var runs = steps.Select((step, index) => Run(total += step, Start + Duration.FromHours(index * 24), 12)).ToList();
            var middle = Start + Duration.FromHours(split);
            long Usage(Interval stretch) => MeterAdvance.Over(stretch, runs).Sum(advance => advance.Usage.Amount);
            return Usage(new(Start, middle)) + Usage(new(middle, Month.End)) == Usage(Month);
        });

    [Fact]
    public void Another_device_at_the_same_printer_begins_anew()
    {
        MeterRun[] runs = [Run(100, Start, 1), Run(140, Start + Duration.FromDays(3), 1), Run(7, Start + Duration.FromDays(4), 1) with { Device = "T/1" }, Run(9, Start + Duration.FromDays(9), 1) with { Device = "T/1" }];
        Assert.Equal([40, 2], MeterAdvance.Over(Month, runs).Select(advance => advance.Usage.Amount).Order().Reverse());
    }

    [Fact]
    public void What_was_read_once_only_says_nothing() => Assert.Empty(MeterAdvance.Over(Month, [Run(100, Start + Duration.FromDays(3), 0)]));

    [Fact]
    public void What_the_device_counted_is_its_jobs_its_own_jobs_and_what_nobody_knows()
    {
        MeterRun[] runs = [Run(100, Start - Duration.FromDays(1), 30), Run(160, Start + Duration.FromDays(3), 1)];
        AccountedFigures[] jobs =
        [
            Job(40, 1), Job(5, 2) with { Kind = JobKind.Internal }, Job(1000, 5), // After the last read.
            Job(null, 2) with { Kind = JobKind.Scan }, Job(null, 2) with { Status = PrintJobStatus.Pending },
        ];
        var counter = Assert.Single(Reconciliation.Of(MeterAdvance.Over(Month, runs), jobs));
        Assert.Equal((60, 40, 5, 15, 0), (counter.Counted, counter.Printed, counter.Internal, counter.Unknown, counter.Silent));
        Assert.False(counter.IsProof);
    }

    [Fact]
    public void A_counter_proves_only_what_every_job_agrees_with()
    {
        MeterRun[] runs = [Run(100, Start, 1), Run(145, Start + Duration.FromDays(3), 1)];
        Assert.True(Compare(Job(40, 1), Job(5, 2)).IsProof);
        Assert.False(Compare(Job(40, 1), Job(4, 2)).IsProof);
        Assert.False(Compare(Job(45, 1), Job(null, 2)).IsProof);

        Reconciliation Compare(params AccountedFigures[] jobs) => Assert.Single(Reconciliation.Of(MeterAdvance.Over(Month, runs), jobs));
    }

    private static MeterRun Run(long value, Instant at, int hours) =>
        new("S/1", "impressions", MeterKind.Impressions, value, null, at, at + Duration.FromHours(hours));

    private static AccountedFigures Job(int? impressions, int day) =>
        new(JobKind.Print, PrintJobStatus.Completed, Start + Duration.FromDays(day), impressions, null, null, null);
}
