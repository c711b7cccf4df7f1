using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Views.PrintJobs;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Jobs;

/// <summary>Gathers what the page of one print job shows.</summary>
public sealed class PrintJobPages(
    CollectionDbContext context, CollectionHistory collections, FigureChanges changes, IPrinterDirectory directory,
    IEnumerable<IPrintJobPrices> prices, IEnumerable<IPrintJobFacts> facts)
{
    public async Task<PrintJobPage?> FindAsync(PrintJobId id, CancellationToken cancellationToken)
    {
        var row = await context.PrintJobs.AsNoTracking().FirstOrDefaultAsync(job => job.Id == id, cancellationToken);
        if (row is null)
            return null;
        var figures = JobFigures.FromJson(row.Figures);
        return new PrintJobPage(
            PrintJobMapping.ToPrintJob(row), figures, await directory.FindAsync(row.PrinterId, cancellationToken),
            RollDrawing.TryCreate(figures), RollDrawing.Gaps(figures), await FactsAsync(id, cancellationToken),
            await ExplainAsync(id, cancellationToken), await HistoryAsync(row, cancellationToken), row.FirstSeenAt);
    }

    private async Task<PageSection?> ExplainAsync(PrintJobId id, CancellationToken cancellationToken) =>
        prices.FirstOrDefault() is { } rating ? await rating.ExplainAsync(id, cancellationToken) : null;

    private async Task<IReadOnlyList<PrintJobFact>> FactsAsync(PrintJobId id, CancellationToken cancellationToken)
    {
        var known = new List<PrintJobFact>();
        foreach (var source in facts)
            known.AddRange(await source.GetAsync(id, cancellationToken));
        return known;
    }

    private async Task<IReadOnlyList<PrintJobMoment>> HistoryAsync(PrintJobRow job, CancellationToken cancellationToken)
    {
        var rows = await context.Sightings.AsNoTracking().Where(sighting => sighting.PrintJobId == job.Id).ToListAsync(cancellationToken);
        var runs = await collections.FindAsync([.. rows.Select(row => row.CollectionId).OfType<CollectionId>().Distinct()], cancellationToken);
        var collected = rows.ToLookup(row => (row.QueueId, row.Modification, row.ContentHash), row => row.CollectionId is { } run ? runs.GetValueOrDefault(run)?.StartedAt : null);
        var sightings = job.ImportId is null ? rows.Select(SightingMapping.Sighting) : [SightingMapping.OwnSighting(job)];
        var moments = new List<PrintJobMoment>();
        JobFigures? current = null;
        foreach (var sighting in JobHistory.Of(sightings).Sightings)
        {
            var figures = current is null ? sighting.Figures : sighting.Figures.RememberingTimes(current);
            var isNew = current is null || !figures.IsAccountedLike(current);
            moments.Add(new(
                (moments.Count == 0 ? 0 : moments[^1].Revision) + (isNew ? 1 : 0), isNew, sighting,
                collected[(sighting.Key.Queue, sighting.Key.Modification, sighting.Key.ContentHash)].FirstOrDefault(),
                current is null ? [] : changes.Between(current, figures)));
            current = figures;
        }

        return moments;
    }
}
