using SmartTracker.Abstractions.Data;
using SmartTracker.Printers.Domain.Import;
using SmartTracker.Printers.Registry;

namespace SmartTracker.Printers.Import;

/// <summary>Registers the good rows of a file, all or none of them.</summary>
public sealed class ImportedPrinters(ITenantDatabase database, ImportPlanner planner, PrinterRegistrar registrar)
{
    /// <returns>What became of each row.</returns>
    public async Task<ImportPlan> RegisterAsync(IReadOnlyList<CsvPrinter> rows, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        // Judged anew: somebody may have added one of them since the preview.
        var plan = await planner.PlanAsync(rows, cancellationToken);
        foreach (var printer in plan.Printers.Where(printer => printer.IsGood))
            await registrar.AddAsync(ImportPlanner.Draft(printer.Row), cancellationToken);

        await transaction.CommitAsync(cancellationToken);
        return plan;
    }
}
