using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Privacy;
using SmartTracker.PrinterReaders.Names;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.History;

/// <summary>What the newest finished print jobs of each printer tell about its settings, and how its list has been kept up with.</summary>
public sealed class PrinterJobFactsReader(CollectionDbContext context, IPrinterDirectory printers, NamePrivacies privacies, IOptions<CollectionOptions> options, TimeProvider time) : IPrinterJobFacts
{
    // As the overview tells gaps.
    private static readonly Duration Recent = Duration.FromDays(62);

    public TimeSpan ReadEvery => TimeSpan.FromMinutes(options.Value.EveryMinutes);

    public async Task<bool> DropsUserNamesAsync(CancellationToken cancellationToken) => (await privacies.CurrentAsync(cancellationToken)).Users == NameHandling.Drop;

    public async Task<IReadOnlyDictionary<PrinterId, PrinterJobFacts>> NewestAsync(int jobs, CancellationToken cancellationToken)
    {
        var since = time.Now() - Recent;
        var gaps = (await context.CoverageIntervals.AsNoTracking().Where(gap => gap.IsGap && gap.ToAt >= since)
            .Select(gap => gap.PrinterId).ToListAsync(cancellationToken)).CountBy(printer => printer).ToDictionary();
        var facts = new Dictionary<PrinterId, PrinterJobFacts>();
        // One by one: each is a short walk along the index by printer and time, however many jobs there are.
        foreach (var printer in (await printers.ListAsync(cancellationToken)).Where(printer => printer is { IsArchived: false, GivesJobs: true }).Select(printer => printer.Id))
        {
            var newest = await NewestAsync(printer, jobs, cancellationToken);
            var reach = await ReachAsync(printer, cancellationToken);
            if (newest.Count == 0 && reach is null)
                continue;
            facts[printer] = new PrinterJobFacts(newest.Count, newest.Count(job => string.IsNullOrEmpty(job.UserName)), newest.Count(job => !string.IsNullOrEmpty(job.Account)))
            {
                Gaps = gaps.GetValueOrDefault(printer),
                ListReachesBack = reach,
            };
        }

        return facts;
    }

    /// <summary>How far the list reached back when it was first read: from its oldest job to the moment it was seen. Imported jobs stand in no list.</summary>
    private async Task<TimeSpan?> ReachAsync(PrinterId printer, CancellationToken cancellationToken)
    {
        var oldest = await context.PrintJobs.AsNoTracking().Where(job => job.PrinterId == printer && job.ImportId == null)
            .OrderBy(job => job.AccountedAt).Select(job => new { job.AccountedAt, job.FirstSeenAt }).FirstOrDefaultAsync(cancellationToken);
        return oldest is null || oldest.FirstSeenAt <= oldest.AccountedAt ? null : (oldest.FirstSeenAt - oldest.AccountedAt).ToTimeSpan();
    }

    private async Task<IReadOnlyList<JobFigures>> NewestAsync(PrinterId printer, int jobs, CancellationToken cancellationToken)
    {
        var figures = await context.PrintJobs.AsNoTracking()
            .Where(job => job.PrinterId == printer && job.Kind == JobKind.Print && job.Status == PrintJobStatus.Completed)
            .OrderByDescending(job => job.AccountedAt).Take(jobs).Select(job => job.Figures).ToListAsync(cancellationToken);
        return [.. figures.Select(JobFigures.FromJson)];
    }
}
