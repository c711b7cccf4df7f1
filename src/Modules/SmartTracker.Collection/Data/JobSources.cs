using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Collection.Data;

/// <summary>Which sources have listed jobs of each device.</summary>
public sealed class JobSources(CollectionDbContext context, ITenantDatabase database)
{
    private const string OnSqlite = "INSERT INTO print_job_sources (printer_serial, sources) SELECT value, {0} FROM json_each({1}) WHERE true" + Noted;
    private const string OnPostgres = "INSERT INTO print_job_sources (printer_serial, sources) SELECT device, {0} FROM unnest({1}) AS device" + Noted;

    private const string Noted =
        """

        ON CONFLICT (printer_serial) DO UPDATE SET sources = CASE
            WHEN ',' || print_job_sources.sources || ',' LIKE '%,' || excluded.sources || ',%' THEN print_job_sources.sources
            ELSE print_job_sources.sources || ',' || excluded.sources END
        RETURNING printer_serial AS "Serial", sources AS "Sources"
        """;

    /// <summary>Notes that a source lists jobs of these devices, and answers of which of them another one does, too. Until the transaction ends nobody
    /// else stores jobs of them: of two sources that come at the same moment the second one sees what the first one stored.</summary>
    public async Task<HashSet<string>> NoteAsync(IEnumerable<string> serials, string source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(serials);
        // In order of the key, so that two who lock the same devices wait for each other instead of blocking each other.
        var devices = serials.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var known = await (database.Engine == DatabaseEngine.Sqlite
            ? context.Database.SqlQueryRaw<SourcesOfDevice>(OnSqlite, source, JsonSerializer.Serialize(devices))
            : context.Database.SqlQueryRaw<SourcesOfDevice>(OnPostgres, source, devices)).ToListAsync(cancellationToken);
        return known.Where(device => device.Sources != source).Select(device => device.Serial).ToHashSet(StringComparer.Ordinal);
    }
}

internal sealed record SourcesOfDevice(string Serial, string Sources);
