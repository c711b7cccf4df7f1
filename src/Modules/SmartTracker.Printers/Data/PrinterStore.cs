using Microsoft.EntityFrameworkCore;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Data;

public sealed class PrinterStore(PrintersDbContext context)
{
    public Task<List<Printer>> ListAsync(CancellationToken cancellationToken) =>
        context.Printers.AsNoTracking().OrderBy(printer => printer.Name).ThenBy(printer => printer.Id).ToListAsync(cancellationToken);

    public Task<List<Printer>> ListActiveAsync(CancellationToken cancellationToken) =>
        context.Printers.AsNoTracking().Where(printer => printer.ArchivedAt == null)
            .OrderBy(printer => printer.Name).ThenBy(printer => printer.Id).ToListAsync(cancellationToken);

    public Task<Printer?> FindAsync(PrinterId id, CancellationToken cancellationToken) =>
        context.Printers.AsNoTracking().FirstOrDefaultAsync(printer => printer.Id == id, cancellationToken);

    /// <summary>For a change: tracked, and read anew where the context already knows it.</summary>
    public async Task<Printer?> LoadAsync(PrinterId id, CancellationToken cancellationToken)
    {
        var printer = await context.Printers.FirstOrDefaultAsync(printer => printer.Id == id, cancellationToken);
        if (printer is not null)
            await context.Entry(printer).ReloadAsync(cancellationToken);
        return printer;
    }

    public Task<Printer?> FindByAddressAsync(PrinterAddress address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        var uri = address.Uri.AbsoluteUri;
        return context.Printers.AsNoTracking()
            .FirstOrDefaultAsync(printer => printer.Address == uri && printer.ArchivedAt == null, cancellationToken);
    }

    public Task<Printer?> FindBySerialAsync(string serialNumber, CancellationToken cancellationToken) =>
        context.Printers.AsNoTracking()
            .FirstOrDefaultAsync(printer => printer.SerialNumber == serialNumber && printer.ArchivedAt == null, cancellationToken);

    public void Add(Printer printer) => context.Printers.Add(printer);

    public void Remove(Printer printer) => context.Printers.Remove(printer);

    public Task SaveAsync(CancellationToken cancellationToken) => context.SaveChangesAsync(cancellationToken);
}
