using System.Globalization;
using NodaTime;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Views.PrintJobs;

/// <summary>What the list is narrowed to, as it stands in the address.</summary>
/// <param name="Month"><c>2026-10</c>, <c>all</c>, or null for the newest month with jobs.</param>
public sealed record PrintJobFilter(string? Month, Guid? Printer, PrintJobStatus? Status, string? Q)
{
    public const string AllMonths = "all";

    public PrinterId? PrinterId => Printer is { } id ? new PrinterId(id) : null;

    public bool IsNarrowed => Printer is not null || Status is not null || !string.IsNullOrWhiteSpace(Q);

    public static string Text(YearMonth month) => string.Create(CultureInfo.InvariantCulture, $"{month.Year:D4}-{month.Month:D2}");

    public static YearMonth? Parse(string? month) =>
        NodaTime.Text.YearMonthPattern.Iso.Parse(month ?? "").TryGetValue(default, out var parsed) ? parsed : null;

    /// <summary>The address of the same list in another status.</summary>
    public string Query(PrintJobStatus? status)
    {
        var parts = new Dictionary<string, string?> { ["month"] = Month, ["printer"] = Printer?.ToString(), ["status"] = status?.ToString(), ["q"] = Q };
        return string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => part.Key + "=" + Uri.EscapeDataString(part.Value!)));
    }
}

public sealed record PrintJobList(
    PrintJobFilter Filter,
    YearMonth? Month,
    IReadOnlyList<YearMonth> Months,
    IReadOnlyList<PrinterSummary> Printers,
    IReadOnlyDictionary<PrintJobStatus, int> CountByStatus,
    IReadOnlyList<PrintJobLine> Lines,
    PrintJobTotals Totals,
    bool ShowsPrices,
    Pager Pager,
    bool AnyJobs)
{
    public int All => CountByStatus.Values.Sum();
}

public sealed record PrintJobLine(PrintJob Job, string PrinterName, PrintJobPrice? Price);

/// <summary>Sums over the whole view. A count beside a sum says how many jobs have the figure.</summary>
public sealed record PrintJobTotals(
    int Jobs, long Impressions, int WithImpressions, Area PageArea, int WithPageArea, Area MediaArea, int WithMediaArea, InkVolume Ink, int WithInk)
{
    public IReadOnlyList<Money> Prices { get; init; } = [];

    public int Unrated { get; init; }

    /// <summary>False where the view is too large to add up its prices at once.</summary>
    public bool PricesKnown { get; init; }
}
