using Microsoft.EntityFrameworkCore;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Data;

/// <summary>Counters that people read off devices, among those that devices say themselves.</summary>
public sealed class ManualMeterReads(CollectionDbContext context) : IManualMeterReads
{
    public async Task<IReadOnlyList<ManualMeterRead>> LatestAsync(MeteredDevice device, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(device);
        var rows = await context.MeterReads.AsNoTracking()
            .Where(read => read.PrinterId == device.Printer && read.PrinterSerial == device.Serial && read.DeviceEpoch == device.Epoch && read.EnteredBy != null)
            .OrderBy(read => read.LastReadAt).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(row => row.Kind).Select(kind => kind.Last()).OrderBy(row => row.Kind)
            .Select(row => new ManualMeterRead(row.Kind, row.Value, row.RawValue, row.RawUnit, row.LastReadAt, row.EnteredBy!))];
    }

    public async Task AddAsync(MeteredDevice device, IReadOnlyList<ManualMeterRead> reads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(reads);
        foreach (var read in reads)
        {
            context.MeterReads.Add(new MeterReadRow
            {
                Id = Guid.CreateVersion7(),
                PrinterId = device.Printer,
                PrinterSerial = device.Serial,
                DeviceEpoch = device.Epoch,
                // As devices name theirs, so that a device put on the network later goes on counting.
                Meter = read.Kind.ToString().ToLowerInvariant(),
                Kind = read.Kind,
                Value = read.Value,
                RawValue = read.Raw,
                RawUnit = read.RawUnit,
                FirstReadAt = read.At,
                LastReadAt = read.At,
                EnteredBy = read.EnteredBy,
            });
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>A device whose counters were entered is kept.</summary>
public sealed class MeteredPrinterUse(CollectionDbContext context) : IPrinterUse
{
    public Task<bool> UsesAsync(PrinterId id, CancellationToken cancellationToken) =>
        context.MeterReads.AnyAsync(read => read.PrinterId == id && read.EnteredBy != null, cancellationToken);
}
