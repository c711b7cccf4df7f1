using System.Globalization;
using NodaTime;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Abstractions.Tests;

public sealed class FormatsTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    private readonly Formats _formats = new(new Tenant(
        "nordplan", "Nordplan", "nordplan", CultureInfo.GetCultureInfo("de-DE"), DateTimeZoneProviders.Tzdb["Europe/Berlin"], Currency.Euro));

    public void Dispose() => CultureInfo.CurrentUICulture = _before;

    [Fact]
    public void German_readers_get_German_figures()
    {
        Read("de-DE");

        Assert.Equal("1.280,51 €", Plain(_formats.Money(Euro(1280.51m))));
        Assert.Equal("−7,70 €", Plain(_formats.Money(Euro(-7.7m))));
        Assert.Equal("0,86 €", Plain(_formats.Rate(Euro(0.86m))));
        Assert.Equal("0,123457 €", Plain(_formats.Rate(Euro(0.123457m))));
        Assert.Equal("112,46 m²", Plain(_formats.Area(new Area(112_460_000))));
        Assert.Equal("1,248 m²", Plain(_formats.JobArea(new Area(1_247_994))));
        Assert.Equal("10,03 ml", Plain(_formats.Ink(new InkVolume(10_030_000))));
        Assert.Equal("8,7 %", Plain(_formats.Percent(0.087m)));
        Assert.Equal("22.11.2026, 16:48", Plain(_formats.DateTime(Instant.FromUtc(2026, 11, 22, 15, 48))));
        Assert.Equal("Oktober 2026", _formats.Month(new YearMonth(2026, 10)));
    }

    [Fact]
    public void English_readers_get_English_figures()
    {
        Read("en");

        Assert.Equal("€1,280.51", Plain(_formats.Money(Euro(1280.51m))));
        Assert.Equal("−€7.70", Plain(_formats.Money(Euro(-7.7m))));
        Assert.Equal("€4.20", Plain(_formats.Rate(Euro(4.2m))));
        Assert.Equal("CHF 12.40", Plain(_formats.Money(new Money(12.4m, new Currency("CHF")))));
        Assert.Equal("JPY 1,281", Plain(_formats.Money(new Money(1280.5m, new Currency("JPY")))));
        Assert.Equal("2,561", _formats.Count(2561));
        Assert.Equal("914 mm", Plain(_formats.Millimetres(new Length(914_000))));
        Assert.Equal("22 Nov 2026, 16:48", Plain(_formats.DateTime(Instant.FromUtc(2026, 11, 22, 15, 48))));
    }

    [Fact]
    public void Units_never_break_away_from_their_figure() =>
        Assert.Equal("1.00\u00a0m²", Read("en", () => _formats.Area(new Area(1_000_000))));

    [Fact]
    public void A_day_is_the_tenants_day_also_near_midnight() =>
        Assert.Equal("1 Nov 2026", Plain(Read("en", () => _formats.Date(Instant.FromUtc(2026, 10, 31, 23, 30)))));

    private static Money Euro(decimal amount) => new(amount, Currency.Euro);

    private static string Plain(string text) => text.Replace('\u00a0', ' ');

    private static void Read(string culture) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

    private static string Read(string culture, Func<string> text)
    {
        Read(culture);
        return text();
    }
}
