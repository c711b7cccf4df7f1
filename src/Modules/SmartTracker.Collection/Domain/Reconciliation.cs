using NodaTime;
using SmartTracker.Collection.Abstractions;
using SmartTracker.PrinterReaders.State;

namespace SmartTracker.Collection.Domain;

/// <summary>One counter of a device against its jobs: what it counted = what print jobs say + internal jobs + maintenance + what nobody knows.</summary>
/// <param name="From">Of the reads that are compared.</param>
/// <param name="Counted">What the device counted, in the unit of <see cref="ObservedMeter"/>.</param>
/// <param name="Printed">What jobs that people sent say.</param>
/// <param name="Internal">What the device's own jobs (test prints, calibration) say.</param>
/// <param name="Silent">Jobs that did not say this figure: the comparison is then only half of the truth.</param>
/// <param name="NeedsReview">The counter was reset or jumped; a person has to look.</param>
public sealed record Reconciliation(
    MeterKind Kind, Instant From, Instant To, long Counted, long Printed, long Internal, int Silent, bool NeedsReview)
{
    /// <summary>What a person booked as maintenance or test prints: no printer tells it by itself.</summary>
    public long Maintenance { get; init; }

    /// <summary>Of what is unknown: what the site bears itself.</summary>
    public long Absorbed { get; init; }

    /// <summary>Of what is unknown: what is argued about with somebody.</summary>
    public long Disputed { get; init; }

    /// <summary>What the device counted beyond all that is known: jobs that were never seen, or maintenance that nobody booked. Negative where jobs say
    /// more than the counter.</summary>
    public long Unknown => Counted - Printed - Internal - Maintenance;

    /// <summary>What is unknown and not settled; null where the counter itself cannot be believed.</summary>
    public long? Open => NeedsReview ? null : Unknown - Absorbed - Disputed;

    /// <summary>The counter proves that no job is missing.</summary>
    public bool IsProof => !NeedsReview && Silent == 0 && Unknown == 0;

    /// <summary>With what persons booked about this counter.</summary>
    public Reconciliation With(IReadOnlyCollection<ResidualBooking> bookings)
    {
        ArgumentNullException.ThrowIfNull(bookings);
        return this with { Maintenance = Sum(ResidualPurpose.Maintenance), Absorbed = Sum(ResidualPurpose.Absorbed), Disputed = Sum(ResidualPurpose.Disputed) };

        long Sum(ResidualPurpose purpose) => bookings.Where(booking => booking.Kind == Kind && booking.Purpose == purpose).Sum(booking => booking.Amount);
    }

    /// <param name="advances">Of one printer over one stretch.</param>
    /// <param name="jobs">Of that printer; those outside the reads are left out.</param>
    public static IReadOnlyList<Reconciliation> Of(IReadOnlyList<MeterAdvance> advances, IReadOnlyCollection<AccountedFigures> jobs) =>
    [
        .. advances.Where(advance => AccountedFigures.Says(advance.Kind)).GroupBy(advance => advance.Kind).Select(kind => Of(kind.Key, [.. kind], jobs)),
    ];

    private static Reconciliation Of(MeterKind kind, List<MeterAdvance> advances, IReadOnlyCollection<AccountedFigures> jobs)
    {
        // Several counters of one kind (one for each ink, or two devices one after the other) add up.
        var (from, to) = (advances.Min(advance => advance.From), advances.Max(advance => advance.To));
        var usage = advances.Aggregate(MeterUsage.None, (sum, advance) => sum + advance.Usage);
        var within = jobs.Where(job => job.At > from && job.At <= to).ToList();
        return new(
            kind, from, to, usage.Amount,
            within.Where(job => job.Kind != JobKind.Internal).Sum(job => job.Of(kind) ?? 0),
            within.Where(job => job.Kind == JobKind.Internal).Sum(job => job.Of(kind) ?? 0),
            within.Count(job => job.Of(kind) is null && job.MayHavePrinted), usage.NeedsReview);
    }
}
