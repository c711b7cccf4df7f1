using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Registry;

public sealed class PrinterDirectory(PrinterStore store) : IPrinterDirectory
{
    public async Task<IReadOnlyList<PrinterSummary>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await store.ListAsync(cancellationToken)).Select(Summarize)];

    public async Task<PrinterSummary?> FindAsync(PrinterId id, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { } printer ? Summarize(printer) : null;

    private static PrinterSummary Summarize(Printer printer) =>
        new(printer.Id, printer.Name, printer.Model, printer.SerialNumber, printer.ParsedAddress.Uri, printer.Protocol)
        {
            IsArchived = printer.ArchivedAt is not null,
            DeviceEpoch = printer.DeviceEpoch,
            LastContactAt = printer.LastContactAt,
            Problem = printer.LastProblem,
        };
}
