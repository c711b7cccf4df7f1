using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Views.Collections;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.History;

/// <summary>The last collections on a printer's page.</summary>
public sealed class PrinterCollectionsPart(CollectionHistory history, CollectionPages pages) : IPrinterPagePart
{
    private const int Shown = 8;

    public PrinterPagePlace Place => PrinterPagePlace.Section;

    public async Task<PageSection?> GetAsync(PrinterId id, CancellationToken cancellationToken)
    {
        if (!await pages.MayAsync(CollectionPermissions.View))
            return null;
        var rows = await history.LatestAsync(id, Shown, cancellationToken);
        return new PageSection("/Views/Collections/_PrinterCollections.cshtml", new PrinterCollections(id, [.. rows.Select(row => pages.Line(row, null))]));
    }
}

/// <summary>The button "Collect now" on a printer's page.</summary>
public sealed class CollectNowPart(CollectionPages pages, IPrinterDirectory directory) : IPrinterPagePart
{
    public PrinterPagePlace Place => PrinterPagePlace.Actions;

    public async Task<PageSection?> GetAsync(PrinterId id, CancellationToken cancellationToken) =>
        await pages.MayAsync(CollectionPermissions.Run) && await directory.FindAsync(id, cancellationToken) is { IsArchived: false, GivesJobs: true }
            ? new PageSection("/Views/Collections/_CollectNow.cshtml", new CollectNow(id))
            : null;
}

/// <summary>A printer with jobs is kept.</summary>
public sealed class PrinterUse(CollectionDbContext context) : IPrinterUse
{
    public Task<bool> UsesAsync(PrinterId id, CancellationToken cancellationToken) =>
        context.PrintJobs.AnyAsync(job => job.PrinterId == id, cancellationToken);
}
