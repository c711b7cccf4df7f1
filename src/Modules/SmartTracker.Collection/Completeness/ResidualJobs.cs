using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Import;
using SmartTracker.Collection.Jobs;
using SmartTracker.PrinterReaders.State;

namespace SmartTracker.Collection.Completeness;

/// <summary>Puts what a counter counted beyond all known jobs among the jobs, inside the caller's transaction: prices, projects and bills treat it as they
/// treat every job that an import brings, and what was billed is corrected the same way.</summary>
public sealed class ResidualJobs(
    PrintJobStore jobs, ImportHistory imports, CollectionDbContext context, IEnumerable<IPrintJobsStored> participants, Formats formats, Tenant tenant, TimeProvider time,
    IStringLocalizer<Texts> t)
{
    /// <summary>Something that jobs are priced by is open. Length is the area once more.</summary>
    public static bool IsChargeable(Reconciliation counter) =>
        counter is { Open: > 0, Kind: MeterKind.Impressions or MeterKind.MediaArea or MeterKind.Ink };

    /// <param name="number">Of the month's jobs of this kind; the database lets each be there once.</param>
    public async Task<PrintJobId> StoreAsync(
        JobOrigin origin, YearMonth month, int number, IReadOnlyCollection<Reconciliation> open, Interval stretch, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(open);
        var figures = Figures(open, stretch, month);
        var id = string.Create(CultureInfo.InvariantCulture, $"counter {PrintJobFilter.Text(month)} {number}");
        await TakeInAsync(origin, id, 0, figures, by, cancellationToken);
        return (await FindAsync(row => row.PrinterSerial == origin.SerialNumber && row.DeviceEpoch == origin.DeviceEpoch && row.DeviceJobId == id, cancellationToken)).Id;
    }

    /// <summary>The job stays, cancelled and without any figure; what was billed of it is credited as for every job that changes.</summary>
    public async Task WithdrawAsync(PrintJobId id, string by, CancellationToken cancellationToken)
    {
        var row = await FindAsync(row => row.Id == id, cancellationToken);
        var before = JobFigures.FromJson(row.Figures);
        var none = before with
        {
            Status = PrintJobStatus.Cancelled,
            PagesPerCopy = Nothing(before.PagesPerCopy),
            CopiesPrinted = Nothing(before.CopiesPrinted),
            Impressions = Nothing(before.Impressions),
            MediaAreaMm2 = before.MediaAreaMm2 is null ? null : 0,
            InkNl = before.InkNl is null ? null : new(before.InkNl.ToDictionary(ink => ink.Key, _ => 0L), StringComparer.Ordinal),
        };
        await TakeInAsync(new JobOrigin(row.PrinterId, row.PrinterSerial, row.DeviceEpoch, null, null, JobSource.Counter), row.DeviceJobId, row.Revision, none, by, cancellationToken);
    }

    private static int? Nothing(int? figure) => figure is null ? null : 0;

    private JobFigures Figures(IReadOnlyCollection<Reconciliation> open, Interval stretch, YearMonth month)
    {
        CultureInfo.CurrentUICulture = tenant.Culture;
        // Within all the reads that are compared, so that it closes each of them, and within the month.
        var at = Instant.Min(open.Min(counter => counter.To), stretch.End - Duration.FromSeconds(1));
        var impressions = Amount(MeterKind.Impressions);
        return new JobFigures
        {
            Kind = JobKind.Print,
            Status = PrintJobStatus.Completed,
            JobName = t["Counted beyond known jobs, {0}", formats.Month(month)],
            CompletedAt = at.ToDateTimeOffset(),
            PagesPerCopy = (int?)impressions,
            CopiesPrinted = impressions is null ? null : 1,
            Impressions = (int?)impressions,
            MediaAreaMm2 = Amount(MeterKind.MediaArea),
            InkNl = Amount(MeterKind.Ink) is { } ink ? new(StringComparer.Ordinal) { ["all"] = ink } : null,
        };

        long? Amount(MeterKind kind) => open.FirstOrDefault(counter => counter.Kind == kind)?.Open;
    }

    private async Task TakeInAsync(JobOrigin origin, string id, int modification, JobFigures figures, string by, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var import = new ImportRecord { Id = ImportId.New(), StartedAt = now, EndedAt = now, StartedBy = by, Source = figures.JobName, Format = ImportFormat.Ndjson, Accepted = 1 };
        await imports.SaveAsync(import, cancellationToken);
        // As at the end of the job, like every import: what is said later counts by its number.
        var at = Instant.FromDateTimeOffset(figures.CompletedAt!.Value) + Duration.FromMilliseconds(modification);
        var seen = new SeenJob(origin with { ImportId = import.Id }, id, new JobSighting(JobSighting.ImportQueue, modification, at, figures));
        var stored = await jobs.StoreAsync([seen], cancellationToken, trustHighest: false);
        foreach (var participant in participants)
            await participant.StoredAsync(stored.ToTell(), cancellationToken);
    }

    private Task<PrintJobRow> FindAsync(Expression<Func<PrintJobRow, bool>> which, CancellationToken cancellationToken) =>
        context.PrintJobs.AsNoTracking().SingleAsync(which, cancellationToken);
}
