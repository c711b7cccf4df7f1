using SmartTracker.Abstractions.Quantities;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Costing.Tests;

public sealed class PriceListTests
{
    [Theory]
    [InlineData("-0.000001")]
    [InlineData("0.0000001")]
    [InlineData("1000000.000001")]
    public void A_unit_price_is_not_negative_not_absurd_and_has_at_most_six_decimals(string price) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rate(Measure.Job, decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Only_ink_has_a_channel() =>
        Assert.Throws<ArgumentException>(() => new Rate(Measure.Pages, 1m, InkChannel: "C"));

    [Fact]
    public void Two_rates_cannot_price_the_same_thing() =>
        Assert.Throws<ArgumentException>(() => Make.Prices(new Rate(Measure.Ink, 1m, "C", "Film"), new Rate(Measure.Ink, 2m, "c", " film ")));

    [Fact]
    public void A_price_list_survives_storage()
    {
        var prices = new PriceList(new Currency("CHF"), [new Rate(Measure.Ink, 0.000001m, "PK", "Film"), new Rate(Measure.Job, 12.50m)]);

        Assert.Equal(prices, PricingJson.ReadPriceList(PricingJson.Write(prices)));
        Assert.Contains("\"unitPrice\":\"0.000001\"", PricingJson.Write(prices), StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_and_reasons_survive_storage()
    {
        var rated = Make.Rated(Make.Prices(new Rate(Measure.MediaArea, 0.123457m), new Rate(Measure.Ink, 0.3m, "C"), new Rate(Measure.Ink, 0.1m)), Make.Job());
        var missing = Make.Missing(Make.Prices(new Rate(Measure.MediaArea, 1m, MediaType: "Film"), new Rate(Measure.PageArea, 1m)), Make.Job(pageMm2: null));

        Assert.Equal(rated.Steps, PricingJson.ReadSteps(PricingJson.Write(rated.Steps)));
        Assert.Equal(missing, PricingJson.ReadMissing(PricingJson.Write(missing)));
    }
}
