using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Collection.Domain;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Data;

/// <summary>Life counters of devices. A value that is read again prolongs its row, so that a counter costs a row only when it moves.</summary>
public sealed class MeterReadStore(CollectionDbContext context)
{
    // Of a printer that was silent for longer, the month's first read is the beginning.
    private static readonly Duration LooksBack = Duration.FromDays(62);

    /// <summary>Reads may arrive late and twice: the same ones leave the same rows.</summary>
    public async Task<MeterNews> AddAsync(RegisteredPrinter printer, string serial, IReadOnlyList<ObservedMeter> meters, Instant at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(printer);
        ArgumentNullException.ThrowIfNull(meters);
        var read = meters.DistinctBy(meter => meter.Name).ToList();
        var newest = await NewestAsync(printer, serial, [.. read.Select(meter => meter.Name)], at, cancellationToken);
        var moved = false;
        List<Guid> unchanged = [];
        foreach (var meter in read)
        {
            var last = newest.GetValueOrDefault(meter.Name);
            if (last is not null && last.Value == meter.Value)
                unchanged.Add(last.Id);
            else if (last?.FirstReadAt != at)
                (moved, _) = (true, context.MeterReads.Add(Row(printer, serial, meter, at)));
        }

        if (unchanged.Count > 0)
        {
            await context.MeterReads.Where(row => unchanged.Contains(row.Id) && row.LastReadAt < at)
                .ExecuteUpdateAsync(row => row.SetProperty(run => run.LastReadAt, at), cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
        return new MeterNews(moved, newest.Count == 0 ? null : newest.Values.Max(run => run.LastReadAt));
    }

    /// <summary>Of each meter the run that was the newest at that time: all in one question, each a step along the index.</summary>
    private async Task<Dictionary<string, MeterReadRow>> NewestAsync(
        RegisteredPrinter printer, string serial, IReadOnlyList<string> meters, Instant at, CancellationToken cancellationToken)
    {
        if (meters.Count == 0)
            return [];
        var newest = meters
            .Select(meter => context.MeterReads.AsNoTracking()
                .Where(read => read.PrinterId == printer.Id && read.PrinterSerial == serial && read.DeviceEpoch == printer.DeviceEpoch && read.Meter == meter && read.FirstReadAt <= at)
                .OrderByDescending(read => read.FirstReadAt).Take(1))
            .Aggregate((all, one) => all.Concat(one));
        return await newest.ToDictionaryAsync(read => read.Meter, cancellationToken);
    }

    /// <summary>What it takes to know how far counters went in a stretch, which may have no end.</summary>
    public async Task<IReadOnlyList<MeterRun>> RunsAsync(PrinterId printer, Interval stretch, CancellationToken cancellationToken)
    {
        var since = stretch.Start - LooksBack;
        var reads = context.MeterReads.AsNoTracking().Where(read => read.PrinterId == printer && read.LastReadAt >= since);
        if (stretch.HasEnd)
        {
            var until = stretch.End;
            reads = reads.Where(read => read.FirstReadAt <= until);
        }

        var rows = await reads.OrderBy(read => read.FirstReadAt).ToListAsync(cancellationToken);
        return [.. rows.Select(Run)];
    }

    private static MeterReadRow Row(RegisteredPrinter printer, string serial, ObservedMeter meter, Instant at) => new()
    {
        Id = Guid.CreateVersion7(),
        PrinterId = printer.Id,
        PrinterSerial = serial,
        DeviceEpoch = printer.DeviceEpoch,
        Meter = meter.Name,
        Kind = meter.Kind,
        Value = meter.Value,
        RawValue = meter.Raw,
        RawUnit = meter.RawUnit,
        Maximum = meter.Maximum,
        FirstReadAt = at,
        LastReadAt = at,
    };

    private static MeterRun Run(MeterReadRow row) =>
        new($"{row.PrinterSerial}/{row.DeviceEpoch}", row.Meter, row.Kind, row.Value, row.Maximum, row.FirstReadAt, row.LastReadAt);
}

/// <summary>What a visit brought.</summary>
/// <param name="Moved">A counter shows another value than before, or is new.</param>
/// <param name="ReadBefore">When the device's counters were read before; null where they never were.</param>
public sealed record MeterNews(bool Moved, Instant? ReadBefore);
