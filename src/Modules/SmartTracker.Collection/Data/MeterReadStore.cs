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
    public async Task AddAsync(RegisteredPrinter printer, string serial, IReadOnlyList<ObservedMeter> meters, Instant at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(printer);
        ArgumentNullException.ThrowIfNull(meters);
        foreach (var meter in meters.DistinctBy(meter => meter.Name))
        {
            var last = await context.MeterReads
                .Where(read => read.PrinterId == printer.Id && read.PrinterSerial == serial && read.DeviceEpoch == printer.DeviceEpoch
                    && read.Meter == meter.Name && read.FirstReadAt <= at)
                .OrderByDescending(read => read.FirstReadAt).FirstOrDefaultAsync(cancellationToken);
            if (last is not null && last.Value == meter.Value)
                last.LastReadAt = Instant.Max(last.LastReadAt, at);
            else if (last?.FirstReadAt != at)
                context.MeterReads.Add(Row(printer, serial, meter, at));
        }

        await context.SaveChangesAsync(cancellationToken);
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
