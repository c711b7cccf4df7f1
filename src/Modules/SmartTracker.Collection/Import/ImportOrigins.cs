using NodaTime;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.PrinterReaders.Names;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Import;

/// <summary>From a line to what is stored of it: its serial number names the printer.</summary>
internal sealed class ImportOrigins(IEnumerable<PrinterSummary> printers, ImportId import, NamePrivacy privacy)
{
    // A serial number may stand at a removed printer too; the one in use counts.
    private readonly Dictionary<string, JobOrigin> _origins = printers
        .Where(printer => printer.SerialNumber is not null)
        .GroupBy(printer => printer.SerialNumber!, StringComparer.Ordinal)
        .Select(same => same.OrderBy(printer => printer.IsArchived).First())
        .ToDictionary(printer => printer.SerialNumber!, printer => new JobOrigin(printer.Id, printer.SerialNumber!, printer.DeviceEpoch, null, import, JobSource.Import), StringComparer.Ordinal);

    /// <summary>Null where no printer has the serial number.</summary>
    public SeenJob? Find(ImportRow row)
    {
        if (!_origins.TryGetValue(row.PrinterSerial!, out var origin))
            return null;
        // The id of a line without one is worked out of the line as it came: with other names kept it is the same job.
        var figures = row.Figures();
        if (privacy.WithholdsAny)
            figures = figures.Named(privacy.OfUser(figures.UserName), privacy.OfJob(figures.JobName));
        var sighting = new JobSighting(JobSighting.ImportQueue, 0, Instant.FromDateTimeOffset(row.ObservedAt), figures);
        var seen = new SeenJob(origin, row.DeviceJobId, sighting);
        // Made here, beside the storing of the batch before.
        _ = seen.Row;
        return seen;
    }
}
