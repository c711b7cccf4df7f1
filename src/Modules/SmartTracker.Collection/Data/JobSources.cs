using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Collection.Data;

/// <summary>Which sources have listed jobs of each device.</summary>
public sealed class JobSources(CollectionDbContext context, ITenantDatabase database)
{
    /// <summary>Notes that a source lists jobs of these devices, and answers of which of them another one does, too. Until the transaction ends nobody
    /// else stores jobs of them: of two sources that come at the same moment the second one sees what the first one stored.</summary>
    public async Task<HashSet<string>> NoteAsync(IEnumerable<string> serials, string source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(serials);
        // In order of the key, so that two who lock the same devices wait for each other instead of blocking each other.
        var devices = serials.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var known = await (database.Engine == DatabaseEngine.Sqlite ? OnSqlite(devices, source) : OnPostgres(devices, source)).ToListAsync(cancellationToken);
        return known.Where(device => device.Sources != source).Select(device => device.Serial).ToHashSet(StringComparer.Ordinal);
    }

    private IQueryable<SourcesOfDevice> OnSqlite(string[] devices, string source)
    {
        var values = JsonSerializer.Serialize(devices);
        return context.Database.SqlQuery<SourcesOfDevice>(
            $"""
            INSERT INTO print_job_sources (printer_serial, sources)
            SELECT value, {source} FROM json_each({values}) WHERE true
            ON CONFLICT (printer_serial) DO UPDATE SET sources = CASE
                WHEN ',' || print_job_sources.sources || ',' LIKE '%,' || excluded.sources || ',%' THEN print_job_sources.sources
                ELSE print_job_sources.sources || ',' || excluded.sources END
            RETURNING printer_serial AS "Serial", sources AS "Sources"
            """);
    }

    private IQueryable<SourcesOfDevice> OnPostgres(string[] devices, string source) => context.Database.SqlQuery<SourcesOfDevice>(
        $"""
        INSERT INTO print_job_sources (printer_serial, sources)
        SELECT device, {source} FROM unnest({devices}) AS device
        ON CONFLICT (printer_serial) DO UPDATE SET sources = CASE
            WHEN ',' || print_job_sources.sources || ',' LIKE '%,' || excluded.sources || ',%' THEN print_job_sources.sources
            ELSE print_job_sources.sources || ',' || excluded.sources END
        RETURNING printer_serial AS "Serial", sources AS "Sources"
        """);
}

internal sealed record SourcesOfDevice(string Serial, string Sources);
