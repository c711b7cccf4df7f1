using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Reports.Overview;

/// <summary>What has to be decided or mended, worst first: what the figures say, and what other modules add.</summary>
public sealed class AttentionList(
    Formats formats, MenuLinks links, IEnumerable<IAttentionSource> others, IStringLocalizer<Texts> texts, IPrinterProblemTexts? problems = null)
{
    private static readonly string[] WorstFirst = ["bad", "warn", "info"];

    private const int PrintersNamed = 6;

    public async Task<IReadOnlyList<Attention>> GetAsync(MonthFigures figures, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var found = new List<Attention>();
        found.AddRange(await UnratedAsync(figures.Months));
        found.AddRange(await ProblemsAsync(figures.Printers ?? []));
        found.AddRange(await UnreadAsync(figures.Printers ?? []));
        foreach (var other in others)
            found.AddRange(await other.GetAsync(cancellationToken));
        return [.. found.OrderBy(item => Array.IndexOf(WorstFirst, item.Mark))];
    }

    private async Task<IReadOnlyList<Attention>> UnratedAsync(IReadOnlyList<MonthUsage> months)
    {
        var waiting = months.Where(month => month.Usage.Unrated > 0).Reverse().ToList();
        if (waiting.Count == 0)
            return [];

        var count = waiting.Sum(month => month.Usage.Unrated!.Value);
        var where = string.Join(", ", waiting.Select(month => $"{formats.Month(month.Month)}: {formats.Count(month.Usage.Unrated!.Value)}"));
        return
        [
            new Attention(
                "bad",
                count == 1 ? texts["1 job has no price"] : texts["{0} jobs have no price", formats.Count(count)],
                texts["{0}. Not included in any sum of cost.", where],
                texts["See jobs without a price"],
                await links.FindAsync("~/admin/cost-rules/unrated")),
        ];
    }

    private async Task<IReadOnlyList<Attention>> ProblemsAsync(IReadOnlyList<PrinterSummary> printers)
    {
        var troubled = printers.Where(printer => printer.Problem is not null).ToList();
        var shown = new List<Attention>();
        foreach (var printer in troubled.Take(PrintersNamed))
        {
            shown.Add(new Attention("bad", texts["{0} could not be read", printer.Name],
                problems?.Describe(printer.Problem!) ?? "", texts["Open {0}", printer.Name], await links.FindAsync("~/admin/printers", $"~/admin/printers/{printer.Id}")));
        }

        if (troubled.Count > PrintersNamed)
        {
            shown.Add(new Attention("bad", texts["{0} more printers could not be read", formats.Count(troubled.Count - PrintersNamed)],
                texts["The list of printers says what each needs."], texts["See the printers"], await links.FindAsync("~/admin/printers")));
        }

        return shown;
    }

    private async Task<IReadOnlyList<Attention>> UnreadAsync(IReadOnlyList<PrinterSummary> printers)
    {
        var unread = printers.Where(printer => printer is { Problem: null, LastContactAt: null, GivesJobs: true }).ToList();
        if (unread.Count == 0)
            return [];

        return
        [
            new Attention(
                "info",
                unread.Count == 1 ? texts["{0} has not been read yet", unread[0].Name] : texts["{0} printers have not been read yet", formats.Count(unread.Count)],
                unread.Count == 1
                    ? texts["The next collection reads it. Test the connection to know sooner."]
                    : texts["The next collection reads them. Test a connection to know sooner."],
                unread.Count == 1 ? texts["Open {0}", unread[0].Name] : texts["See the printers"],
                unread.Count == 1 ? await links.FindAsync("~/admin/printers", $"~/admin/printers/{unread[0].Id}") : await links.FindAsync("~/admin/printers")),
        ];
    }
}
