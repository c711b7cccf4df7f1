using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Data;

public sealed class PrinterCoverages(CollectionDbContext context, GapStore gaps, SecondListingStore listings) : IPrinterCoverage
{
    private static readonly Duration OneJob = Duration.FromSeconds(1);

    public async Task<IReadOnlyList<PrinterCoverage>> ListAsync(CancellationToken cancellationToken)
    {
        var stretches = await context.CoverageIntervals.AsNoTracking().Where(stretch => !stretch.IsGap).ToListAsync(cancellationToken);
        var open = (await gaps.OpenAsync(cancellationToken)).ToLookup(gap => gap.PrinterId);
        // Until somebody has said whether a job is known from another source, it may be missing.
        var asked = (await listings.AskedAsync((PrinterId?)null, cancellationToken)).ToLookup(listing => listing.PrinterId, listing => new Interval(listing.EndedAt, listing.EndedAt + OneJob));
        return
        [
            .. stretches.GroupBy(stretch => stretch.PrinterId).Select(printer => new PrinterCoverage(
                printer.Key, printer.Max(stretch => stretch.ToAt),
                [.. open[printer.Key].Select(gap => new Interval(gap.FromAt, gap.ToAt)).Concat(asked[printer.Key]).OrderBy(gap => gap.Start)])),
        ];
    }
}
