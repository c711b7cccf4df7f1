using System.Globalization;
using NodaTime;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Billing.Pdf;

/// <summary>Figures of the document. Written out here instead of taken from the system's culture data, so that the same invoice has the same bytes on every machine.</summary>
internal sealed class InvoiceFormats(string language)
{
    private const string NoBreakSpace = "\u00a0";

    private static readonly string[] GermanMonths =
        ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];

    private readonly bool _german = language == "de";

    private readonly NumberFormatInfo _numbers = new()
    {
        NumberDecimalSeparator = language == "de" ? "," : ".",
        NumberGroupSeparator = language == "de" ? "." : ",",
        NegativeSign = "\u2212",
    };

    public string Money(Money money) => Money(money.Amount, money.Currency, money.Currency.Decimals, money.Currency.Decimals);

    /// <summary>An amount before it is rounded to the currency.</summary>
    public string Exact(Money money) => Money(money.Amount, money.Currency, 2, 6);

    public string Rate(decimal price, Currency currency) => Money(price, currency, 2, 6);

    public string Quantity(decimal quantity, string unit) =>
        unit.Length == 0 ? Number(quantity, 0, 6) : Number(quantity, 3, 3) + NoBreakSpace + unit;

    public string Percent(VatRate rate) => Number(rate.Fraction * 100, 0, 2) + NoBreakSpace + "%";

    public string Date(LocalDate date) => _german
        ? string.Create(CultureInfo.InvariantCulture, $"{date:dd'.'MM'.'uuuu}")
        : string.Create(CultureInfo.InvariantCulture, $"{date:d MMM uuuu}");

    public string Month(YearMonth month) => _german
        ? string.Create(CultureInfo.InvariantCulture, $"{GermanMonths[month.Month - 1]} {month.Year}")
        : string.Create(CultureInfo.InvariantCulture, $"{month.OnDayOfMonth(1):MMMM uuuu}");

    public string Count(int count) => Number(count, 0, 0);

    private string Money(decimal amount, Currency currency, int minimumDecimals, int maximumDecimals)
    {
        var sign = amount < 0 ? "\u2212" : "";
        var number = Number(Math.Abs(amount), minimumDecimals, maximumDecimals);
        return (currency.Code, _german) switch
        {
            ("EUR", true) => sign + number + NoBreakSpace + "€",
            ("EUR", false) => sign + "€" + number,
            var (code, _) => sign + code + NoBreakSpace + number,
        };
    }

    private string Number(decimal value, int minimumDecimals, int maximumDecimals) =>
        SmartTracker.Abstractions.Quantities.Money.Round(value, maximumDecimals)
            .ToString("#,0." + new string('0', minimumDecimals) + new string('#', maximumDecimals - minimumDecimals), _numbers);
}
