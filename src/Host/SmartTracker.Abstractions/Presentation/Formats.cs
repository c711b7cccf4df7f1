using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Abstractions.Presentation;

/// <summary>Figures and times as people read them: in the reader's language (the current UI culture), in the tenant's zone.
/// A missing figure is the caller's to word; nothing here turns null into 0.</summary>
public sealed class Formats(Tenant tenant)
{
    private const char NoBreakSpace = '\u00a0';

    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    private static bool IsGerman => Culture.TwoLetterISOLanguageName == "de";

    /// <summary>With the decimals of its currency: <c>1.280,51 €</c> or <c>€1,280.51</c>; other currencies by code.</summary>
    public string Money(Money money) => Money(money, money.Currency.Decimals, money.Currency.Decimals);

    /// <summary>A unit price: at least two decimals, at most six.</summary>
    public string Rate(Money money) => Money(money, 2, 6);

    public string Area(Area area) => Number(area.SquareMetres, 2, 2) + NoBreakSpace + "m²";

    /// <summary>With three decimals, for one job.</summary>
    public string JobArea(Area area) => Number(area.SquareMetres, 3, 3) + NoBreakSpace + "m²";

    public string Ink(InkVolume ink) => Number(ink.Millilitres, 2, 2) + NoBreakSpace + "ml";

    public string Millimetres(Length length) => Number(length.Millimetres, 0, 1) + NoBreakSpace + "mm";

    public string Count(long count) => count.ToString("N0", Numbers());

    public string Percent(decimal fraction) => Number(fraction * 100, 0, 1) + NoBreakSpace + "%";

    public string Date(LocalDate date) =>
        LocalDatePattern.Create(IsGerman ? "dd.MM.uuuu" : "d MMM uuuu", Culture).Format(date);

    public string Date(Instant instant) => Date(instant.InZone(tenant.TimeZone).Date);

    public string DateTime(Instant instant)
    {
        var local = instant.InZone(tenant.TimeZone).LocalDateTime;
        return Date(local.Date) + ", " + LocalTimePattern.Create("HH:mm", Culture).Format(local.TimeOfDay);
    }

    public string Month(YearMonth month) => LocalDatePattern.Create("MMMM uuuu", Culture).Format(month.OnDayOfMonth(1));

    public string Number(decimal value, int minimumDecimals, int maximumDecimals)
    {
        var format = "#,0." + new string('0', minimumDecimals) + new string('#', maximumDecimals - minimumDecimals);
        return Quantities.Money.Round(value, maximumDecimals).ToString(format, Numbers());
    }

    private string Money(Money money, int minimumDecimals, int maximumDecimals)
    {
        var sign = money.Amount < 0 ? "\u2212" : "";
        var number = Number(Math.Abs(money.Amount), minimumDecimals, maximumDecimals);
        return money.Currency.Code switch
        {
            "EUR" when IsGerman => sign + number + NoBreakSpace + "€",
            "EUR" => sign + "€" + number,
            var code => sign + code + NoBreakSpace + number,
        };
    }

    private static NumberFormatInfo Numbers()
    {
        var numbers = (NumberFormatInfo)Culture.NumberFormat.Clone();
        numbers.NegativeSign = "\u2212";
        return numbers;
    }
}
