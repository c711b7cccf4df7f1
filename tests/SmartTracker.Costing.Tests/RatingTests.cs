using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Costing.Tests;

public sealed class RatingTests
{
    [Fact]
    public void A_job_costs_the_sum_of_everything_that_has_a_rate()
    {
        var prices = Make.Prices(new Rate(Measure.MediaArea, 2.40m), new Rate(Measure.Ink, 0.42m), new Rate(Measure.Pages, 0.10m), new Rate(Measure.Job, 0.50m));

        var rated = Make.Rated(prices, Make.Job());

        // 0.542916 × 2.40 + 0.4 × 0.42 + 1.1 × 0.42 + 0.10 + 0.50
        Assert.Equal(new Money(2.532998m, Currency.Euro), rated.Amount);
        Assert.Equal(
            [(Measure.MediaArea, 542_916L, 0.542916m), (Measure.Ink, 400_000L, 0.4m), (Measure.Ink, 1_100_000L, 1.1m), (Measure.Pages, 1L, 1m), (Measure.Job, 1L, 1m)],
            rated.Steps.Where(step => step.Kind == StepKind.Usage).Select(step => (step.Measure!.Value, step.RawQuantity!.Value, step.Quantity)));
        Assert.True(rated.IsCharged);
    }

    [Fact]
    public void Page_area_and_media_consumed_are_different_measures()
    {
        Assert.Equal(4.99554m, Make.Rated(Make.Prices(new Rate(Measure.PageArea, 10m)), Make.Job()).Amount.Amount);
        Assert.Equal(5.42916m, Make.Rated(Make.Prices(new Rate(Measure.MediaArea, 10m)), Make.Job()).Amount.Amount);
        Assert.Equal(7.68674m, Make.Rated(Make.Prices(new Rate(Measure.MediaArea, 10m)), Make.Job(mediaMm2: 768_674)).Amount.Amount);
    }

    [Fact]
    public void Amounts_are_summed_exactly_and_rounded_once()
    {
        var prices = Make.Prices(new Rate(Measure.PageArea, 0.000001m), new Rate(Measure.MediaArea, 0.000001m));

        // Each of the two would round to 0 alone; together they are 0.0000005 and round up.
        var rated = Make.Rated(prices, Make.Job(pageMm2: 250_000, mediaMm2: 250_000));

        Assert.Equal(0.000001m, rated.Amount.Amount);
        Assert.Equal((StepKind.Rounding, 0.0000005m), (rated.Steps[^1].Kind, rated.Steps[^1].Amount));
    }

    [Theory]
    [InlineData("C", "Coated 130 g", 4)]
    [InlineData("C", "Film", 3)]
    [InlineData("K", "Coated 130 g", 2)]
    [InlineData("K", "Film", 1)]
    [InlineData("c", "coated 130 G", 4)]
    public void The_most_specific_rate_wins(string channel, string media, int unitPrice)
    {
        var prices = Make.Prices(
            new Rate(Measure.Ink, 1m),
            new Rate(Measure.Ink, 2m, MediaType: "Coated 130 g"),
            new Rate(Measure.Ink, 3m, InkChannel: "C"),
            new Rate(Measure.Ink, 4m, InkChannel: "C", MediaType: "Coated 130 g"));

        Assert.Equal(unitPrice, Make.Rated(prices, Make.Job(media: media, ink: [(channel, 1_000_000)])).Amount.Amount);
    }

    [Fact]
    public void A_missing_figure_makes_the_job_unrated_with_every_reason()
    {
        var prices = Make.Prices(new Rate(Measure.PageArea, 1m), new Rate(Measure.MediaArea, 1m), new Rate(Measure.Ink, 1m), new Rate(Measure.Pages, 1m), new Rate(Measure.Job, 1m));

        var missing = Make.Missing(prices, Make.Job(impressions: null, pageMm2: null, mediaMm2: null, inkKnown: false));

        Assert.Equal([MissingFigure.PageArea, MissingFigure.MediaArea, MissingFigure.Ink, MissingFigure.Pages], missing.Select(input => input.Figure));
    }

    [Fact]
    public void A_missing_figure_without_a_rate_does_not_matter() =>
        Assert.Equal(0.5m, Make.Rated(Make.Prices(new Rate(Measure.Job, 0.5m)), Make.Job(mediaMm2: null, inkKnown: false)).Amount.Amount);

    [Fact]
    public void An_empty_ink_report_is_no_report() =>
        Assert.Equal([new MissingInput(MissingFigure.Ink)], Make.Missing(Make.Prices(new Rate(Measure.Ink, 1m)), Make.Job(ink: [])));

    [Fact]
    public void Media_or_ink_without_a_price_makes_the_job_unrated_by_name()
    {
        var media = Make.Prices(new Rate(Measure.MediaArea, 1m, MediaType: "Film"));
        var ink = Make.Prices(new Rate(Measure.Ink, 1m, InkChannel: "C"));

        Assert.Equal([new MissingInput(MissingFigure.PriceForMedia, Measure.MediaArea, "Coated 130 g")], Make.Missing(media, Make.Job()));
        Assert.Equal([new MissingInput(MissingFigure.PriceForInkChannel, Measure.Ink, "K")], Make.Missing(ink, Make.Job()));
    }

    [Fact]
    public void Ink_that_a_job_did_not_use_needs_no_price() =>
        Assert.Equal(1m, Make.Rated(Make.Prices(new Rate(Measure.Ink, 1m, InkChannel: "C")), Make.Job(ink: [("C", 1_000_000), ("K", 0)])).Amount.Amount);

    [Fact]
    public void Unknown_media_is_unrated_only_where_prices_differ_by_media()
    {
        var byMedia = Make.Prices(new Rate(Measure.MediaArea, 1m), new Rate(Measure.MediaArea, 9m, MediaType: "Film"));

        Assert.Equal([new MissingInput(MissingFigure.MediaType)], Make.Missing(byMedia, Make.Job(media: null)));
        Assert.Equal(0.542916m, Make.Rated(Make.Prices(new Rate(Measure.MediaArea, 1m)), Make.Job(media: null)).Amount.Amount);
    }

    [Theory]
    [InlineData(PrintJobStatus.Failed, JobKind.Print, StepKind.DeviceError)]
    [InlineData(PrintJobStatus.Completed, JobKind.Internal, StepKind.InternalJob)]
    [InlineData(PrintJobStatus.Failed, JobKind.Internal, StepKind.DeviceError)]
    public void Device_errors_and_internal_jobs_are_rated_0_and_charged_to_nobody(PrintJobStatus status, JobKind kind, StepKind step)
    {
        var prices = Make.Prices(new Rate(Measure.MediaArea, 1m), new Rate(Measure.Job, 1m));

        var rated = Make.Rated(prices, Make.Job(status, kind, mediaMm2: null));

        Assert.Equal(0m, rated.Amount.Amount);
        Assert.False(rated.IsCharged);
        Assert.Equal([step, StepKind.Rounding], rated.Steps.Select(each => each.Kind));
    }

    [Fact]
    public void A_cancelled_job_costs_what_came_out()
    {
        // 2 pages × 3 copies, stopped in set 3 at page 1: 4 impressions came out (DOMAIN.md 1.11, no. 7).
        var prices = Make.Prices(new Rate(Measure.Pages, 0.25m), new Rate(Measure.Job, 0.50m));

        Assert.Equal(1.50m, Make.Rated(prices, Make.Job(PrintJobStatus.Cancelled, impressions: 4, copies: 2)).Amount.Amount);
    }

    [Fact]
    public void A_job_cancelled_before_anything_came_out_costs_0_and_shows_why()
    {
        var prices = Make.Prices(new Rate(Measure.MediaArea, 1m), new Rate(Measure.Ink, 1m), new Rate(Measure.Job, 1m));

        var rated = Make.Rated(prices, Make.Job(PrintJobStatus.Cancelled, impressions: 0, copies: 0, pageMm2: 0, mediaMm2: 0, inkKnown: false));

        Assert.Equal(0m, rated.Amount.Amount);
        Assert.Equal([StepKind.NothingPrinted, StepKind.Usage, StepKind.Usage, StepKind.Usage, StepKind.Rounding], rated.Steps.Select(step => step.Kind));
        Assert.All(rated.Steps.Where(step => step.Kind == StepKind.Usage), step => Assert.Equal(0L, step.RawQuantity));
    }

    [Fact]
    public void A_cancelled_job_that_used_media_is_not_free()
    {
        var prices = Make.Prices(new Rate(Measure.MediaArea, 1m), new Rate(Measure.Ink, 1m));

        Assert.Equal([new MissingInput(MissingFigure.Ink)],
            Make.Missing(prices, Make.Job(PrintJobStatus.Cancelled, impressions: 0, copies: 0, pageMm2: 0, mediaMm2: 1_000, inkKnown: false)));
    }

    [Fact]
    public void A_cancelled_job_whose_printer_counted_nothing_is_unrated() =>
        Assert.Equal([new MissingInput(MissingFigure.Pages)],
            Make.Missing(Make.Prices(new Rate(Measure.Pages, 1m)), Make.Job(PrintJobStatus.Cancelled, impressions: null, copies: null, pageMm2: null, mediaMm2: null, inkKnown: false)));

    [Fact]
    public void A_pending_job_is_not_rated() =>
        Assert.Throws<ArgumentException>(() => Make.Prices().Rate(Make.Job(PrintJobStatus.Pending)));

    [Fact]
    public void A_scan_has_no_price_yet() =>
        Assert.Equal([new MissingInput(MissingFigure.PriceForScan)], Make.Missing(Make.Prices(new Rate(Measure.Job, 1m)), Make.Job(kind: JobKind.Scan)));

    [Theory]
    [InlineData(-1)]
    [InlineData(100_000_000_001)]
    [InlineData(long.MaxValue)]
    public void Nonsense_from_a_device_is_unrated_and_overflows_nothing(long mediaMm2) =>
        Assert.Equal([new MissingInput(MissingFigure.PlausibleFigures)],
            Make.Missing(Make.Prices(new Rate(Measure.MediaArea, Rate.HighestUnitPrice)), Make.Job(mediaMm2: mediaMm2)));
}
