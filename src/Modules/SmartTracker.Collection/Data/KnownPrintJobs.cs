using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Collection.Data;

/// <summary>Which jobs are stored already. Devices count their jobs, so an id above a device's highest is new and needs no question; the unique index
/// guards against somebody who stored it meanwhile.</summary>
public sealed class KnownPrintJobs(CollectionDbContext context, ITenantDatabase database)
{
    private const long NoNumbers = -1;

    private readonly Dictionary<(string Serial, int Epoch), long> _highest = [];
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>Those of the jobs that may be stored; of the others that is certain that they are not.</summary>
    /// <param name="trustHighest">False after the unique index has objected; then all may be.</param>
    public async Task<List<JobIdentity>> MayBeStoredAsync(IReadOnlyCollection<JobIdentity> jobs, bool trustHighest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        await LoadHighestAsync(jobs, trustHighest, cancellationToken);
        return trustHighest ? [.. jobs.Where(MayBeStored)] : [.. jobs];
    }

    /// <summary>What was said of those of the jobs that one import alone has seen.</summary>
    public async Task<Dictionary<JobIdentity, string>> ImportedFiguresAsync(IReadOnlyList<JobIdentity> jobs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        var found = new Dictionary<JobIdentity, string>(jobs.Count);
        if (jobs.Count == 0)
            return found;
        await foreach (var said in Figures(jobs).AsAsyncEnumerable().WithCancellation(cancellationToken))
            found[jobs[said.Position]] = said.Figures;
        return found;
    }

    public async Task<Dictionary<JobIdentity, PrintJobRow>> FindAsync(IReadOnlyList<JobIdentity> jobs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        if (jobs.Count == 0)
            return [];
        var found = new Dictionary<JobIdentity, PrintJobRow>();
        foreach (var row in await Rows(jobs).AsNoTracking().ToListAsync(cancellationToken))
            found[new JobIdentity(row.PrinterSerial, row.DeviceEpoch, row.DeviceJobId)] = row;
        return found;
    }

    /// <summary>Remembers the highest ids after these jobs were stored, in the same transaction.</summary>
    public async Task StoredAsync(IEnumerable<JobIdentity> jobs, CancellationToken cancellationToken)
    {
        var raised = new Dictionary<(string, int), long>();
        foreach (var job in jobs)
        {
            var device = (job.Serial, job.Epoch);
            var number = Number(job.DeviceJobId);
            if (number > raised.GetValueOrDefault(device, _highest.GetValueOrDefault(device, NoNumbers - 1)))
                raised[device] = number;
        }

        if (raised.Count == 0)
            return;
        await RaiseAsync(raised, cancellationToken);
        foreach (var (device, highest) in raised)
            _highest[device] = highest;
    }

    private Task RaiseAsync(Dictionary<(string Serial, int Epoch), long> raised, CancellationToken cancellationToken)
    {
        // In order of the key, so that two who raise the same devices wait for each other instead of blocking each other.
        var rows = raised.OrderBy(row => row.Key.Serial, StringComparer.Ordinal).ThenBy(row => row.Key.Epoch).ToList();
        if (database.Engine == DatabaseEngine.Sqlite)
        {
            var values = JsonSerializer.Serialize(rows.Select(row => new object[] { row.Key.Serial, row.Key.Epoch, row.Value }));
            return context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO highest_job_ids (printer_serial, device_epoch, highest)
                SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each({values}) WHERE true
                ON CONFLICT (printer_serial, device_epoch) DO UPDATE SET highest = excluded.highest WHERE highest_job_ids.highest < excluded.highest
                """, cancellationToken);
        }

        var serials = rows.Select(row => row.Key.Serial).ToArray();
        var epochs = rows.Select(row => row.Key.Epoch).ToArray();
        var highest = rows.Select(row => row.Value).ToArray();
        return context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO highest_job_ids (printer_serial, device_epoch, highest)
            SELECT * FROM unnest({serials}, {epochs}, {highest})
            ON CONFLICT (printer_serial, device_epoch) DO UPDATE SET highest = excluded.highest WHERE highest_job_ids.highest < excluded.highest
            """, cancellationToken);
    }

    private bool MayBeStored(JobIdentity job) =>
        _highest.TryGetValue((job.Serial, job.Epoch), out var highest) && Number(job.DeviceJobId) is var number && (number < 0 || number <= highest);

    private async Task LoadHighestAsync(IEnumerable<JobIdentity> jobs, bool trustHighest, CancellationToken cancellationToken)
    {
        if (!trustHighest)
        {
            _highest.Clear();
            _asked.Clear();
        }

        var unknown = jobs.Select(job => job.Serial).Distinct().Where(serial => !_asked.Contains(serial)).ToList();
        if (unknown.Count == 0)
            return;
        foreach (var row in await context.HighestJobIds.AsNoTracking().Where(row => unknown.Contains(row.PrinterSerial)).ToListAsync(cancellationToken))
            _highest[(row.PrinterSerial, row.DeviceEpoch)] = row.Highest;
        _asked.UnionWith(unknown);
    }

    private IQueryable<PrintJobRow> Rows(IReadOnlyList<JobIdentity> jobs)
    {
        if (database.Engine == DatabaseEngine.Sqlite)
        {
            return context.PrintJobs.FromSql(
                $"""
                SELECT jobs.* FROM json_each({Json(jobs)}) AS keys CROSS JOIN print_jobs AS jobs
                WHERE jobs.printer_serial = keys.value ->> 0 AND jobs.device_epoch = keys.value ->> 1 AND jobs.device_job_id = keys.value ->> 2
                """);
        }

        var (serials, epochs, ids) = Arrays(jobs);
        return context.PrintJobs.FromSql(
            $"""
            SELECT jobs.* FROM unnest({serials}, {epochs}, {ids}) AS keys (serial, epoch, id)
            JOIN print_jobs AS jobs ON jobs.printer_serial = keys.serial AND jobs.device_epoch = keys.epoch AND jobs.device_job_id = keys.id
            """);
    }

    private IQueryable<ImportedFigures> Figures(IReadOnlyList<JobIdentity> jobs)
    {
        if (database.Engine == DatabaseEngine.Sqlite)
        {
            return context.Database.SqlQuery<ImportedFigures>(
                $"""
                SELECT keys.key AS "Position", jobs.figures AS "Figures" FROM json_each({Json(jobs)}) AS keys CROSS JOIN print_jobs AS jobs
                WHERE jobs.printer_serial = keys.value ->> 0 AND jobs.device_epoch = keys.value ->> 1 AND jobs.device_job_id = keys.value ->> 2
                    AND jobs.import_id IS NOT NULL
                """);
        }

        var (serials, epochs, ids) = Arrays(jobs);
        return context.Database.SqlQuery<ImportedFigures>(
            $"""
            SELECT (keys.position - 1)::integer AS "Position", jobs.figures AS "Figures"
            FROM unnest({serials}, {epochs}, {ids}) WITH ORDINALITY AS keys (serial, epoch, id, position)
            JOIN print_jobs AS jobs ON jobs.printer_serial = keys.serial AND jobs.device_epoch = keys.epoch AND jobs.device_job_id = keys.id
            WHERE jobs.import_id IS NOT NULL
            """);
    }

    private static string Json(IEnumerable<JobIdentity> jobs) => JsonSerializer.Serialize(jobs.Select(job => new object[] { job.Serial, job.Epoch, job.DeviceJobId }));

    private static (string[] Serials, int[] Epochs, string[] Ids) Arrays(IReadOnlyList<JobIdentity> jobs) =>
        ([.. jobs.Select(job => job.Serial)], [.. jobs.Select(job => job.Epoch)], [.. jobs.Select(job => job.DeviceJobId)]);

    /// <summary>The id as the number that the device counts by, or -1.</summary>
    private static long Number(string deviceJobId) =>
        deviceJobId.Length <= 18 && long.TryParse(deviceJobId, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : NoNumbers;
}

/// <param name="Position">Of the job in the question.</param>
internal sealed record ImportedFigures(int Position, string Figures);

/// <summary>What tells one job from every other.</summary>
public readonly record struct JobIdentity(string Serial, int Epoch, string DeviceJobId);
