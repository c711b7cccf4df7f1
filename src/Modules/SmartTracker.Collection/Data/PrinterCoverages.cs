using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Collection.Data;

public sealed class PrinterCoverages(CollectionDbContext context) : IPrinterCoverage
{
    public async Task<IReadOnlyList<PrinterCoverage>> ListAsync(CancellationToken cancellationToken)
    {
        var stretches = await context.CoverageIntervals.AsNoTracking().OrderBy(stretch => stretch.Position).ToListAsync(cancellationToken);
        return
        [
            .. stretches.GroupBy(stretch => stretch.PrinterId).Where(printer => printer.Any(stretch => !stretch.IsGap))
                .Select(printer => new PrinterCoverage(
                    printer.Key,
                    printer.Where(stretch => !stretch.IsGap).Max(stretch => stretch.ToAt),
                    [.. printer.Where(stretch => stretch.IsGap).Select(stretch => new Interval(stretch.FromAt, stretch.ToAt))])),
        ];
    }
}
