using System.Globalization;
using SmartTracker.Abstractions.Quantities;

namespace SmartTracker.Abstractions.Api;

/// <summary>An amount as the REST interface writes it: a decimal as text, so that no reader rounds it.</summary>
[ApiExample("""{ "amount": "12.50", "currency": "EUR" }""")]
public sealed record ApiMoney(string Amount, string Currency)
{
    public static ApiMoney Of(Money money) => new(Text(money.Amount), money.Currency.Code);

    /// <summary>A decimal with a point, without needless zeros.</summary>
    public static string Text(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
