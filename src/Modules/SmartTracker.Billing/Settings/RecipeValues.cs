using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Billing.Settings;

/// <summary>Values that several fields share.</summary>
internal static class RecipeValues
{
    public static VatRate? OptionalVatRate(this RecipeFields fields, string name)
    {
        var text = fields.OptionalText(name);
        if (text.Length == 0)
            return null;
        return VatRate.TryParse(text, out var rate) ? rate : throw fields.Wrong(name, $"is '{text}', must be a percentage as text such as \"19\" or \"8.1\"");
    }

    public static LocalDate Date(this RecipeFields fields, string name)
    {
        var text = fields.Text(name);
        return LocalDatePattern.Iso.Parse(text) is { Success: true } date ? date.Value : throw fields.Wrong(name, $"is '{text}', must be a day such as 2026-01-01");
    }

    public static Currency Currency(this RecipeFields fields, string name)
    {
        var text = fields.Text(name);
        return text.Length == 3 && text.All(char.IsAsciiLetterUpper) ? new Currency(text) : throw fields.Wrong(name, $"is '{text}', must be a currency such as EUR");
    }

    public static Rate Rate(this RecipeFields fields)
    {
        fields.Allow("Measure", "UnitPrice", "InkChannel", "MediaType");
        var measureText = fields.Text("Measure");
        if (!Enum.GetNames<Measure>().Contains(measureText, StringComparer.Ordinal))
            throw fields.Wrong("Measure", $"is '{measureText}', must be one of {string.Join(", ", Enum.GetNames<Measure>())}");

        var measure = Enum.Parse<Measure>(measureText);
        var priceText = fields.Text("UnitPrice");
        if (!decimal.TryParse(priceText, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) || !Costing.Abstractions.Rate.IsPrice(price))
            throw fields.Wrong("UnitPrice", $"is '{priceText}', must be a price as text such as \"0.42\", with at most six decimals");

        var channel = fields.OptionalText("InkChannel");
        if (channel.Length > 0 && measure != Measure.Ink)
            throw fields.Wrong("InkChannel", "goes only with the measure Ink");
        return new Rate(measure, price, channel.Length > 0 ? channel : null, fields.OptionalText("MediaType") is { Length: > 0 } media ? media : null);
    }

    /// <summary>An IBAN without blanks whose check digits are right (ISO 13616, modulo 97), or the empty text.</summary>
    public static string OptionalIban(this RecipeFields fields, string name)
    {
        var iban = fields.OptionalText(name).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (iban.Length == 0 || IsIban(iban))
            return iban;
        throw fields.Wrong(name, $"is '{iban}', whose check digits are wrong");
    }

    private static bool IsIban(string iban)
    {
        if (iban.Length is < 15 or > 34 || !iban.All(char.IsAsciiLetterOrDigit))
            return false;

        var remainder = 0;
        foreach (var letter in iban[4..] + iban[..4])
        {
            var value = char.IsAsciiDigit(letter) ? letter - '0' : letter - 'A' + 10;
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }

        return remainder == 1;
    }
}
