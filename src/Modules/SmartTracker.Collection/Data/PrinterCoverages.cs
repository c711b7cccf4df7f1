using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Collection.Data;

public sealed class PrinterCoverages(CollectionDbContext context, GapStore gaps) : IPrinterCoverage
{
    public async Task<IReadOnlyList<PrinterCoverage>> ListAsync(CancellationToken cancellationToken)
    {
        var stretches = await context.CoverageIntervals.AsNoTracking().Where(stretch => !stretch.IsGap).ToListAsync(cancellationToken);
        var open = (await gaps.OpenAsync(cancellationToken)).ToLookup(gap => gap.PrinterId);
        return
        [
            .. stretches.GroupBy(stretch => stretch.PrinterId).Select(printer => new PrinterCoverage(
                printer.Key, printer.Max(stretch => stretch.ToAt),
                [.. open[printer.Key].OrderBy(gap => gap.FromAt).Select(gap => new Interval(gap.FromAt, gap.ToAt))])),
        ];
    }
}
