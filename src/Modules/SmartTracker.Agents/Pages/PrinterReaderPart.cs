using SmartTracker.Abstractions.Presentation;
using SmartTracker.Agents.Data;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Agents.Pages;

/// <summary>Which agent reads a printer, on the printer's page.</summary>
public sealed class PrinterReaderPart(AgentStore agents, AgentPrinterStore printers, AgentWords words, AgentPages pages) : IPrinterPagePart
{
    public PrinterPagePlace Place => PrinterPagePlace.Section;

    public async Task<PageSection?> GetAsync(PrinterId id, CancellationToken cancellationToken)
    {
        if (!await pages.MayAsync(AgentPermissions.View))
            return null;
        var reader = (await printers.CurrentAsync(cancellationToken)).FirstOrDefault(printer => printer.PrinterId == id);
        if (reader is null || await agents.FindAsync(reader.AgentId, cancellationToken) is not { } agent)
            return null;
        var last = await printers.LastVisitsAsync([id], cancellationToken);
        var (mark, word) = words.State(agent);
        return new PageSection("/Views/Agents/_PrinterReading.cshtml", new PrinterReading(id, agent, mark, word, last.TryGetValue(id, out var at) ? at : null));
    }
}
