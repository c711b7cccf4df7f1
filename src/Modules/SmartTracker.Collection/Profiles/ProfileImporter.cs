using System.Text.Json;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Import;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Profiles;

/// <summary>Imports a file that a person uploads, by a profile: rows that can be read go the same way as those that a program sends.</summary>
public sealed class ProfileImporter(PrintJobImporter importer, IPrinterDirectory printers, Tenant tenant, TimeProvider time)
{
    /// <param name="printer">All rows are this printer's where the file does not say; null where it does.</param>
    public async Task<ProfileImport> ImportAsync(ImportProfileRow profile, PrinterId? printer, string fileName, ReadOnlyMemory<byte> file, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var definition = ProfileDefinition.FromJson(profile.Definition);
        var tables = FileTables.Read(file);
        if (tables.Defect is { } defect)
            return new ProfileImport { Defect = defect };
        if (tables.Find(definition.Table) is not { } table)
            return new ProfileImport { MissingTable = definition.Table };

        var named = ProfileTable.Of(table, definition.HeadingRow);
        var known = await printers.ListAsync(cancellationToken);
        var serial = printer is { } id ? known.FirstOrDefault(candidate => candidate.Id == id)?.SerialNumber : null;
        var serials = known.Select(candidate => candidate.SerialNumber).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var mapping = new RowMapping(definition, named, tenant.TimeZone, time.GetUtcNow(), serial, serials);
        if (mapping.Missing.Count > 0)
            return new ProfileImport { MissingColumns = mapping.Missing };

        var rows = named.Rows.Select(mapping.Map).ToList();
        var bad = rows.Where(row => row.Faults.Count > 0).ToList();
        var good = rows.Where(row => row.Faults.Count == 0).ToList();
        using var body = Lines(good);
        var result = await importer.ImportAsync(body, ImportFormat.Ndjson, by, cancellationToken, new ImportSource($"{Short(fileName)} · {profile.Name}", bad.Count));
        return new ProfileImport
        {
            Result = result,
            Faults = [.. bad.SelectMany(row => row.Faults).Take(PrintJobImporter.MostNamed)],
            Others = [.. result.Rejected.Select(line => new ImportReject(good[(int)line.Number - 1].Number, line.Field, line.Reason!))],
        };
    }

    private static MemoryStream Lines(List<MappedRow> rows)
    {
        var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body, new JsonWriterOptions { SkipValidation = true }))
        {
            foreach (var row in rows)
            {
                RowMapping.Write(row, json);
                json.Flush();
                body.WriteByte((byte)'\n');
                json.Reset();
            }
        }

        body.Position = 0;
        return body;
    }

    // A name comes from a person's computer; it only stands in the list of imports.
    private static string Short(string fileName) => Path.GetFileName(fileName) is var name && name.Length > 100 ? name[..100] : name;
}

/// <summary>What came of an upload: an import, or why the file was not read at all.</summary>
public sealed record ProfileImport
{
    public ImportResult? Result { get; init; }

    public FileDefect? Defect { get; init; }

    public string? MissingTable { get; init; }

    public IReadOnlyList<string> MissingColumns { get; init; } = [];

    public IReadOnlyList<CellFault> Faults { get; init; } = [];

    /// <summary>What only the import itself found.</summary>
    public IReadOnlyList<ImportReject> Others { get; init; } = [];
}

/// <param name="Row">As the file counts it.</param>
public sealed record ImportReject(int Row, string? Field, string Reason);
