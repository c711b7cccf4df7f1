using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Collection.Views.PrintJobs;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Jobs;

/// <summary>Says what a list is narrowed to, each part with the way to lift it.</summary>
public sealed class PrintJobFilterWords(Formats formats, IStringLocalizer<Texts> t)
{
    public IReadOnlyList<FilterChip> Chips(PrintJobFilter filter, PrintJobPeriod period, IReadOnlyList<PrinterSummary> printers)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(period);
        var chips = new List<FilterChip>();
        if (period.FirstDay is not null || period.LastDay is not null)
            chips.Add(new(t["Days"], Days(period), (filter with { From = null, To = null }).Query));
        if (filter.PrinterId is { } printer)
            chips.Add(new(t["Printer"], printers.FirstOrDefault(known => known.Id == printer)?.Name ?? t["removed printer"].Value, (filter with { Printer = null }).Query));
        if (filter.User is { } user)
            chips.Add(new(t["User"], user, (filter with { User = null }).Query));
        if (filter.Media is { } media)
            chips.Add(new(t["Media"], media, (filter with { Media = null }).Query));
        if (filter.Unsaid is { } unsaid)
            chips.Add(new(unsaid == Unsaid.User ? t["User"] : t["Media"], t["not reported"], (filter with { Unsaid = null }).Query));
        if (filter.Price is { } price)
            chips.Add(new(t["Price"], price == PriceState.Rated ? t["rated"] : t["unrated"], (filter with { Price = null }).Query));
        if (!string.IsNullOrWhiteSpace(filter.Q))
            chips.Add(new(t["Words"], filter.Q.Trim(), (filter with { Q = null }).Query));
        return chips;
    }

    public string Period(PrintJobPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.Month is { } month ? formats.Month(month) : period is { FirstDay: null, LastDay: null } ? t["every month"] : Days(period);
    }

    private string Days(PrintJobPeriod period) => (period.FirstDay, period.LastDay) switch
    {
        ({ } first, { } last) when first == last => formats.Date(first),
        ({ } first, { } last) => t["{0} to {1}", formats.Date(first), formats.Date(last)],
        ({ } first, null) => t["from {0}", formats.Date(first)],
        _ => t["until {0}", formats.Date(period.LastDay!.Value)],
    };
}
