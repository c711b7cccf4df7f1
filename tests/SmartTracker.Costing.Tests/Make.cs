using NodaTime;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Costing.Tests;

internal static class Make
{
    public static readonly Instant Noon = Instant.FromUtc(2026, 10, 15, 12, 0);

    /// <summary>One A1 page, turned, on a roll of 914 mm (DOMAIN.md 1.11, no. 1).</summary>
    public static PrintJob Job(
        PrintJobStatus status = PrintJobStatus.Completed,
        JobKind kind = JobKind.Print,
        int? impressions = 1,
        int? copies = 1,
        long? pageMm2 = 499_554,
        long? mediaMm2 = 542_916,
        string? media = "Coated 130 g",
        (string Channel, long Nanolitres)[]? ink = null,
        bool inkKnown = true) =>
        new(PrintJobId.New(), Printer, "CN9B7K2041", 1, "18844", 1, kind, status, "brandt", "A-101", null, Noon, Noon, 1, copies, impressions,
            media, new Length(914_000), Area(pageMm2), Area(mediaMm2),
            inkKnown ? (ink ?? [("C", 400_000), ("K", 1_100_000)]).ToDictionary(entry => entry.Channel, entry => new InkVolume(entry.Nanolitres)) : null);

    public static PrinterId Printer { get; } = PrinterId.New();

    public static PriceList Prices(params Rate[] rates) => new(Currency.Euro, rates);

    public static Rated Rated(PriceList prices, PrintJob job) => Assert.IsType<Rated>(prices.Rate(job));

    public static IReadOnlyList<MissingInput> Missing(PriceList prices, PrintJob job) => Assert.IsType<Unrated>(prices.Rate(job)).Missing;

    private static Area? Area(long? mm2) => mm2 is { } known ? new Area(known) : null;
}
