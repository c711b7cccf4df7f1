using SmartTracker.Abstractions.Presentation;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Printers.Supplies;

/// <summary>Consumables, media and alerts on a printer's page.</summary>
public sealed class SuppliesPart(SuppliesPages pages) : IPrinterPagePart
{
    public PrinterPagePlace Place => PrinterPagePlace.Section;

    public async Task<PageSection?> GetAsync(PrinterId id, CancellationToken cancellationToken) =>
        await pages.FindAsync(id, cancellationToken) is { } section ? new PageSection("/Views/Supplies/_Supplies.cshtml", section) : null;
}
