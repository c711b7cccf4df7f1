using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Reports.Charts;
using SmartTracker.Reports.Views.Overview;

namespace SmartTracker.Reports.Overview;

/// <summary>Makes a tenant's overview out of its figures.</summary>
public sealed class MonthPages(
    MonthFiguresReader reader, UsageReader usage, UsageStats stats, UsageCharts charts, AttentionList attention, MonthTitle title,
    UsageShares shares, MenuLinks links, Formats formats, IStringLocalizer<Texts> texts)
{
    public async Task<MonthPage> GetAsync(string? span, CancellationToken cancellationToken)
    {
        var figures = await reader.ReadAsync(cancellationToken);
        var todo = await attention.GetAsync(figures, cancellationToken);
        var shown = figures.HasJobs ? Charts(figures) : [];
        return new MonthPage(
            texts["{0} so far", formats.Month(figures.Month.Month)],
            Verdict(figures, todo),
            todo.FirstOrDefault(item => item.Path is not null) is { Path: { } path } first ? new PageLink(first.Action, path) : null,
            await title.GetAsync(figures),
            figures.HasJobs ? null : await EmptyAsync(figures),
            figures.HasJobs ? await StatsAsync(figures) : [],
            shown.Count == 0 ? null : shown[0],
            [.. shown.Skip(1)],
            todo,
            figures.HasJobs ? await shares.GetAsync(span, figures.Month, cancellationToken) : null);
    }

    private string Verdict(MonthFigures figures, IReadOnlyList<Attention> todo) => todo.Count switch
    {
        0 when !figures.HasJobs => texts["Nothing was counted yet."],
        0 when figures.Current is { Jobs: 0 } => texts["Nothing printed this month yet."],
        0 when usage.Rates => texts["Nothing needs attention: every printer answers and every job has a price."],
        0 => texts["Nothing needs attention."],
        1 => texts["One thing needs attention."],
        var count => texts["{0} things need attention.", formats.Count(count)],
    };

    private async Task<IReadOnlyList<Stat>> StatsAsync(MonthFigures figures)
    {
        var (now, before, same) = (figures.Current!, figures.Before!, figures.Month.Before);
        List<Stat> shown = [stats.Area(now, before, same)];
        if (usage.Rates)
            shown.Add(stats.Cost(now, before, same));
        shown.Add(stats.Jobs(now, before, same, await links.FindAsync("~/admin/print-jobs")));
        if (usage.Rates)
            shown.Add(stats.Unrated(now, await links.FindAsync("~/admin/cost-rules/unrated")));
        shown.Add(stats.Ink(now, before, same));
        return shown;
    }

    private IReadOnlyList<MonthChart> Charts(MonthFigures figures) => usage.Rates
        ? [charts.Area(figures.Months), charts.Cost(figures.Months), charts.Jobs(figures.Months)]
        : [charts.Area(figures.Months), charts.Jobs(figures.Months)];

    private async Task<EmptyState> EmptyAsync(MonthFigures figures)
    {
        var printers = await links.FindAsync("~/admin/printers");
        if (figures.Printers is null || !usage.Collects)
            return new EmptyState(texts["Nothing is collected here"], texts["Printers and Collection are switched off for this tenant. Ask the provider to switch them on."]);
        if (figures.Printers.Count == 0)
            return new EmptyState(texts["No printers yet"], texts["Add the first one with its address and administrator password. Its jobs, areas and costs appear here after the first collection."],
                texts["Add printer"], await links.FindAsync("~/admin/printers", "~/admin/printers/new"));
        return new EmptyState(texts["No job in the last twelve months"], texts["Print one sheet: it appears here after the next collection, with area, ink and cost."], texts["See the printers"], printers);
    }
}
