using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Collection.Domain;
using SmartTracker.PrinterReaders;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Data;

/// <summary>How far each printer's job list was seen and stored, and where something may have been missed.</summary>
public sealed class CoverageStore(CollectionDbContext context)
{
    /// <summary>Where to go on, or null for the beginning.</summary>
    public async Task<string?> CursorAsync(PrinterId printer, CancellationToken cancellationToken)
    {
        var mark = await context.Marks.AsNoTracking()
            .Where(mark => mark.PrinterId == printer).OrderByDescending(mark => mark.AdvancedAt).FirstOrDefaultAsync(cancellationToken);
        return string.IsNullOrEmpty(mark?.Cursor) ? null : mark.Cursor;
    }

    /// <summary>The protocol by which the printer's list was last seen whole, or null.</summary>
    public Task<string?> SourceAsync(PrinterId printer, CancellationToken cancellationToken) =>
        context.Marks.AsNoTracking().Where(mark => mark.PrinterId == printer).OrderByDescending(mark => mark.AdvancedAt).Select(mark => mark.Source).FirstOrDefaultAsync(cancellationToken);

    /// <summary>When the printer's list was seen whole for the last time, or null.</summary>
    public async Task<Instant?> KnownUntilAsync(PrinterId printer, CancellationToken cancellationToken) =>
        (await context.CoverageIntervals.AsNoTracking().Where(stretch => stretch.PrinterId == printer && !stretch.IsGap)
            .OrderByDescending(stretch => stretch.Position).FirstOrDefaultAsync(cancellationToken))?.ToAt;

    /// <summary>Records that everything in the coverage is stored.</summary>
    /// <param name="source">The protocol that it came by.</param>
    public async Task AdvanceAsync(
        PrinterId printer, string source, ObservationCoverage coverage, string? nextCursor, CoverageSeen seen, bool anyJobs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        ArgumentNullException.ThrowIfNull(seen);
        var last = await context.CoverageIntervals.Where(interval => interval.PrinterId == printer)
            .OrderByDescending(interval => interval.Position).FirstOrDefaultAsync(cancellationToken);
        var change = Coverage.After(last is null ? null : Stretch(last), seen, anyJobs);
        var position = last?.Position ?? 0;
        foreach (var stretch in change.Stretches)
        {
            if (change.ReplacesLast && last is not null)
                Write(stretch, last);
            else
                context.CoverageIntervals.Add(Write(stretch, NewRow(printer, ++position)));
        }

        await MarkAsync(printer, source, coverage, nextCursor, seen.At, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task MarkAsync(
        PrinterId printer, string source, ObservationCoverage coverage, string? nextCursor, Instant at, CancellationToken cancellationToken)
    {
        var mark = await context.Marks.FirstOrDefaultAsync(
            mark => mark.PrinterId == printer && mark.QueueId == coverage.Queue, cancellationToken);
        if (mark is null)
        {
            mark = new MarkRow { PrinterId = printer, QueueId = coverage.Queue, Cursor = "" };
            context.Marks.Add(mark);
        }

        mark.Source = source;
        mark.Modification = coverage.To;
        mark.Cursor = nextCursor ?? "";
        mark.AdvancedAt = at;
    }

    private static CoverageRow NewRow(PrinterId printer, int position) =>
        new() { Id = Guid.CreateVersion7(), PrinterId = printer, Position = position, QueueId = "" };

    private static CoverageStretch Stretch(CoverageRow row) =>
        new(row.QueueId, row.FromModification, row.ToModification, row.FromAt, row.ToAt, row.IsGap);

    private static CoverageRow Write(CoverageStretch stretch, CoverageRow row)
    {
        row.QueueId = stretch.Queue;
        row.FromModification = stretch.From;
        row.ToModification = stretch.To;
        row.FromAt = stretch.FromAt;
        row.ToAt = stretch.ToAt;
        row.IsGap = stretch.IsGap;
        return row;
    }
}
