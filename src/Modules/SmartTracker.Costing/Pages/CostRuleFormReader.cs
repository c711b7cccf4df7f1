using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime.Text;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Costing.Publishing;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Costing.Pages;

/// <summary>Turns the filled-in form into a rule, or into errors that each name a field and its fix.</summary>
internal sealed class CostRuleFormReader(IStringLocalizer<Texts> texts, CultureInfo culture)
{
    private readonly List<FormError> _errors = [];

    public ReadCostRule Read(CostRuleForm form, Currency currency, IReadOnlyList<PrinterSummary> printers, string? user)
    {
        var printer = printers.FirstOrDefault(each => each.Id.ToString() == form.Printer);
        if (!string.IsNullOrEmpty(form.Printer) && printer is null)
            Error(nameof(form.Printer), "This printer is not registered any more. Choose another.");

        var validFrom = LocalDatePattern.Iso.Parse(form.ValidFrom ?? "");
        if (!validFrom.Success || !CostRuleDates.IsAllowed(validFrom.Value))
            Error(nameof(form.ValidFrom), "Choose the first day, between 2000 and 2099.");

        var rates = Rates(form);
        return _errors.Count > 0
            ? new ReadCostRule(null, _errors)
            : new ReadCostRule(new NewCostRule(printer?.Id, validFrom.Value, new PriceList(currency, rates), user), []);
    }

    private List<Rate> Rates(CostRuleForm form)
    {
        var rates = new List<Rate>();
        for (var i = 0; i < form.Lines.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(form.Lines[i].UnitPrice) || Rate(form.Lines[i], $"Lines[{i}]") is not { } rate)
                continue;

            if (rates.Any(rate.IsForTheSameAs))
                Error($"Lines[{i}].UnitPrice", "An earlier line prices the same thing. Empty one of the two.");
            rates.Add(rate);
        }

        if (rates.Count == 0 && _errors.Count == 0)
            Error(nameof(form.Lines), "Enter at least one price. A price of 0 is a price; an empty field prices nothing.");
        return rates;
    }

    private Rate? Rate(CostRuleFormLine line, string field)
    {
        // No group separators: "2.40" typed by a German reader must not become 240.
        if (!decimal.TryParse(line.UnitPrice, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, culture, out var price)
            || !Abstractions.Rate.IsPrice(price))
        {
            _errors.Add(new FormError($"{field}.UnitPrice", texts["Write a price such as {0}, with at most six decimals.", 2.4m.ToString("0.00", culture)]));
            return null;
        }

        if (!Enum.IsDefined(line.Measure))
        {
            Error($"{field}.Measure", "Choose what is priced.");
            return null;
        }

        if (line.Measure != Measure.Ink && !string.IsNullOrWhiteSpace(line.InkChannel))
        {
            Error($"{field}.InkChannel", "Only ink has a channel. Empty this field or choose Ink.");
            return null;
        }

        return new Rate(line.Measure, price, line.InkChannel, line.MediaType);
    }

    private void Error(string field, string message) => _errors.Add(new FormError(field, texts[message]));
}

/// <param name="Rule">Null where there are errors.</param>
public sealed record ReadCostRule(NewCostRule? Rule, IReadOnlyList<FormError> Errors);

public sealed record FormError(string Field, string Message);
