using NodaTime;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Printers.Abstractions;
using Measure = SmartTracker.Costing.Abstractions.Measure;

namespace SmartTracker.ComputeBench;

/// <summary>Jobs rated with a list of twenty prices, steps included, against a loop that only multiplies and rounds (RELIABILITY P7).</summary>
internal static class RatingMeasure
{
    private static readonly string[] Media = ["Plain 80 g", "Coated 120 g", "Photo 190 g", "Film 90", "Canvas", "Vellum"];
    private static readonly string[] Channels = ["C", "M", "Y", "K", "PK", "G"];

    public static Comparison Run(int jobs)
    {
        var random = new Random(4711);
        var work = Enumerable.Range(0, jobs).Select(_ => Job(random)).ToArray();
        var prices = Prices();
        if (work.Any(job => prices.Rate(job) is not Rated))
            throw new InvalidOperationException("A job has no price.");
        return Comparison.Of(
            $"Rate {jobs:N0} jobs with {prices.Rates.Count} prices and every step, against two products and a rounding", "jobs/s", jobs, goal: 0.5,
            ours: () => Array.ForEach(work, job => prices.Rate(job)),
            limit: () => Array.ForEach(work, Bare));
    }

    private static decimal _sum;

    private static void Bare(PrintJob job) =>
        _sum = Math.Round(job.MediaArea!.Value.SquareMillimetres / 1_000_000m * 1.25m + job.Impressions!.Value * 0.05m, 6, MidpointRounding.AwayFromZero);

    private static PriceList Prices() => new(new Currency("EUR"),
    [
        .. Media.Select((media, at) => new Rate(Measure.MediaArea, 1.10m + at, MediaType: media)),
        .. Media.Select((media, at) => new Rate(Measure.PageArea, 0.40m + at, MediaType: media)),
        .. Channels.Select((channel, at) => new Rate(Measure.Ink, 0.62m + at, InkChannel: channel)),
        new Rate(Measure.Pages, 0.05m),
        new Rate(Measure.Job, 0.50m),
    ]);

    private static PrintJob Job(Random random)
    {
        var pages = random.Next(1, 12);
        return new PrintJob(
            new PrintJobId(Guid.CreateVersion7()), new PrinterId(Guid.CreateVersion7()), "SG00XX0001", 1, "1", 1, JobKind.Print, PrintJobStatus.Completed, "anna", "plan.pdf",
            null, null, Instant.FromUtc(2026, 10, 1, 0, 0), pages, 1, pages, Media[random.Next(Media.Length)], new Length(914), new Area(random.Next(100_000, 9_000_000)),
            new Area(random.Next(100_000, 9_000_000)), Channels.ToDictionary(channel => channel, _ => new InkVolume(random.Next(1_000, 900_000))));
    }
}
