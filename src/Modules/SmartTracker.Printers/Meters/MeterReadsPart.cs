using SmartTracker.Abstractions.Presentation;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Registry;
using SmartTracker.Printers.Views.Meters;

namespace SmartTracker.Printers.Meters;

/// <summary>Counters read by hand, on the page of a device that is not on the network.</summary>
public sealed class MeterReadsPart(MeterBook book, PrinterStore store, PrinterActor actor) : IPrinterPagePart
{
    public PrinterPagePlace Place => PrinterPagePlace.Section;

    public async Task<PageSection?> GetAsync(PrinterId id, CancellationToken cancellationToken) =>
        book.IsKept && actor.Name is not null && await store.FindAsync(id, cancellationToken) is { IsNetworked: false, ArchivedAt: null } printer
            ? new PageSection("/Views/Meters/_Meters.cshtml", new MeterReads(id, await book.LatestAsync(printer, cancellationToken)))
            : null;
}
