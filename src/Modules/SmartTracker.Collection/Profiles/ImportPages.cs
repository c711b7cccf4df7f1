using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Import;
using SmartTracker.Collection.Views.Imports;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Profiles;

/// <summary>Uploads by a person, and what came of all imports.</summary>
public sealed class ImportPages(
    ImportProfileStore profiles, ImportHistory history, ProfileImporter importer, ImportReports reports, ProfileWords words, IPrinterDirectory printers, IStringLocalizer<Texts> t)
{
    private const int Shown = 50;
    private const int FaultsShown = 300;

    /// <param name="problem">Why the last upload was refused, or null.</param>
    public async Task<ImportList> ListAsync(UploadForm form, string? problem, CancellationToken cancellationToken)
    {
        var known = await profiles.ListAsync(cancellationToken);
        return new ImportList
        {
            Form = form,
            Problem = problem,
            Profiles = [.. known.Select(Line)],
            Printers = [.. (await printers.ListAsync(cancellationToken)).Where(printer => printer.SerialNumber is not null && !printer.IsArchived)],
            Imports = await history.ListAsync(null, Shown, cancellationToken),
        };
    }

    /// <returns>The import, or why nothing was imported.</returns>
    public async Task<(ImportId? Id, string? Problem)> UploadAsync(UploadForm form, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Profile is not { } id || await profiles.FindAsync(new ImportProfileId(id), cancellationToken) is not { } profile)
            return (null, t["Choose a profile."]);
        if (form.File is not { Length: > 0 } file)
            return (null, t["Choose a file."]);
        if (file.Length > FileTables.LargestFile)
            return (null, words.Describe(FileDefect.TooLarge));
        var line = Line(profile);
        if (!line.IsReady)
            return (null, t["The profile {0} is not finished. Open it and mend what is named there.", profile.Name]);
        if (line.NeedsPrinter && form.Printer is null)
            return (null, t["Choose the printer: the profile has no column with its serial number."]);

        var import = await importer.ImportAsync(
            profile, form.Printer is { } printer ? new PrinterId(printer) : null, file.FileName, await ProfilePages.BytesAsync(file, cancellationToken), by, cancellationToken);
        if (words.Describe(import) is { } problem)
            return (null, problem);
        reports.Add(import);
        return (import.Result!.Record.Id, null);
    }

    /// <summary>Null where there is no such import.</summary>
    public async Task<ImportReport?> FindAsync(ImportId id, CancellationToken cancellationToken)
    {
        if (await history.FindAsync(id, cancellationToken) is not { } record)
            return null;
        var import = reports.Find(id);
        var faults = import is null
            ? []
            : import.Faults.Select(fault => new ImportFault(fault.Row, fault.Column, words.Describe(fault)))
                .Concat(import.Others.Select(other => new ImportFault(other.Row, other.Field, other.Reason))).Take(FaultsShown).ToList();
        return new ImportReport(record, faults, IsKept: import is not null || record.Rejected == 0);
    }

    private static ProfileLine Line(ImportProfileRow profile)
    {
        var definition = ProfileDefinition.FromJson(profile.Definition);
        var mapped = definition.Columns.Where(column => column.Field is not null).ToList();
        return new ProfileLine(
            profile.Id.Value, profile.Name, mapped.Count, profile.ChangedAt, IsReady: ProfileCheck.Check(definition).Count == 0,
            NeedsPrinter: !mapped.Exists(column => column.Field == ImportField.PrinterSerial));
    }
}

/// <summary>A file to import.</summary>
public sealed class UploadForm
{
    public Guid? Profile { get; set; }

    public Guid? Printer { get; set; }

    public IFormFile? File { get; set; }
}
