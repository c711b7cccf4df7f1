using Microsoft.Extensions.Localization;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Domain.Import;
using SmartTracker.Printers.Registry;

namespace SmartTracker.Printers.Import;

/// <summary>Says of each row what would become of it. Stores nothing.</summary>
public sealed class ImportPlanner(PrinterStore store, SiteStore sites, PrinterDraftCheck check, IStringLocalizer<Texts> t)
{
    public async Task<ImportPlan> PlanAsync(IReadOnlyList<CsvPrinter> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var duplicates = CsvDuplicates.Of(rows, await store.ListActiveAsync(cancellationToken));
        var known = (await sites.ListAsync(cancellationToken)).Select(site => site.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var planned = new List<PlannedPrinter>();
        foreach (var row in rows)
            planned.Add(await PlanAsync(row, duplicates.GetValueOrDefault(row.Line), cancellationToken));
        return new ImportPlan(
            planned,
            [.. planned.Where(printer => printer.IsGood).Select(printer => printer.Row.Site).OfType<string>().Where(site => !known.Contains(site)).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>What is wrong with the whole file, in words.</summary>
    public string Describe(PrinterCsvException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.Fault switch
        {
            PrinterCsvFault.UnknownColumn => t["The column {0} is not known. Known are: {1}.", exception.Detail, string.Join(", ", PrinterCsv.Columns)],
            PrinterCsvFault.ColumnTwice => t["The column {0} stands in the header twice.", exception.Detail],
            PrinterCsvFault.ColumnMissing => t["The header has no column {0}. The first line names the columns: {1}.", exception.Detail, string.Join(", ", PrinterCsv.Columns)],
            PrinterCsvFault.TooManyRows => t["The file has more than {0} rows. Split it.", exception.Detail],
            _ => t["The file is empty. Its first line names the columns: {0}.", string.Join(", ", PrinterCsv.Columns)],
        };
    }

    internal static PrinterDraft Draft(CsvPrinter row) => new(row.Name, row.Address, row.Protocol ?? Printer.PiwsProtocol, row.Password, false)
    {
        SerialNumber = row.Serial,
        Groups = row.Groups,
        Place = row.Site is { } site ? Place.Named(site) : null,
    };

    private async Task<PlannedPrinter> PlanAsync(CsvPrinter row, CsvDuplicate? duplicate, CancellationToken cancellationToken)
    {
        if (row.IsTorn)
            return new(row, [new("", t["A quote is not closed."])], null);
        if (row.HasTooManyFields)
            return new(row, [new("", t["The row has more fields than the header."])], null);
        if (duplicate is { Registered: { } twin })
            return new(row, [], t["Registered already as {0}", twin.Name]);
        if (duplicate is { Line: { } line })
            return new(row, [], t["The same printer as in line {0}", line]);
        var faults = await check.CheckAsync(Draft(row), null, cancellationToken);
        return new(row, [.. faults.Select(fault => fault with { Field = ColumnOf(fault.Field) })], null);
    }

    private static string ColumnOf(string field) => field switch
    {
        nameof(PrinterDraft.AdminPassword) => "password",
        nameof(PrinterDraft.SerialNumber) => "serial",
        nameof(PrinterDraft.Groups) => "group",
        "SnmpVersion" => "protocol",
        _ => field.ToLowerInvariant(),
    };
}

/// <param name="NewSites">Sites that would be made.</param>
public sealed record ImportPlan(IReadOnlyList<PlannedPrinter> Printers, IReadOnlyList<string> NewSites)
{
    public int Good => Printers.Count(printer => printer.IsGood);

    public int Known => Printers.Count(printer => printer.Duplicate is not null);

    public int Wrong => Printers.Count(printer => printer.Faults.Count > 0);
}

/// <param name="Faults">By column of the file.</param>
/// <param name="Duplicate">Why it is passed over, or null.</param>
public sealed record PlannedPrinter(CsvPrinter Row, IReadOnlyList<DraftFault> Faults, string? Duplicate)
{
    public bool IsGood => Faults.Count == 0 && Duplicate is null;
}
