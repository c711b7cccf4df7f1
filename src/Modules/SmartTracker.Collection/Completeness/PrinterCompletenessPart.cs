using SmartTracker.Abstractions.Presentation;
using SmartTracker.Collection.History;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Completeness;

/// <summary>Counters against jobs of the running month, and stretches that may have been missed, on a printer's page.</summary>
public sealed class PrinterCompletenessPart(CompletenessPages completeness, CollectionPages pages) : IPrinterPagePart
{
    public PrinterPagePlace Place => PrinterPagePlace.Section;

    public async Task<PageSection?> GetAsync(PrinterId id, CancellationToken cancellationToken)
    {
        if (!await pages.MayAsync(CollectionPermissions.View))
            return null;
        var mayDecide = await pages.MayAsync(CollectionPermissions.Decide);
        return new PageSection(
            "/Views/Collections/_PrinterCompleteness.cshtml", await completeness.PrinterAsync(id, completeness.Running, mayDecide, cancellationToken));
    }
}
