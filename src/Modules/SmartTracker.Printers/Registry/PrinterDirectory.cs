using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Registry;

public sealed class PrinterDirectory(PrinterStore store, SiteStore sites) : IPrinterDirectory
{
    public async Task<IReadOnlyList<PrinterSummary>> ListAsync(CancellationToken cancellationToken)
    {
        var names = await sites.NamesAsync(cancellationToken);
        return [.. (await store.ListAsync(cancellationToken)).Select(printer => Summarize(printer, names))];
    }

    public async Task<PrinterSummary?> FindAsync(PrinterId id, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { } printer ? Summarize(printer, await sites.NamesAsync(cancellationToken)) : null;

    private static PrinterSummary Summarize(Printer printer, IReadOnlyDictionary<SiteId, string> names) =>
        new(printer.Id, printer.Name, printer.Model, printer.SerialNumber, printer.ParsedAddress.Uri, printer.Protocol)
        {
            GivesJobs = printer.GivesJobs,
            IsNetworked = printer.IsNetworked,
            Site = printer.SiteId is { } site ? names.GetValueOrDefault(site) : null,
            IsArchived = printer.ArchivedAt is not null,
            DeviceEpoch = printer.DeviceEpoch,
            LastContactAt = printer.LastContactAt,
            Problem = printer.LastProblem,
        };
}
