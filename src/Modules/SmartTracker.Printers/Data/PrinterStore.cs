using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Registry;

namespace SmartTracker.Printers.Data;

public sealed class PrinterStore(PrintersDbContext context, PrinterActor actor, TimeProvider time)
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

    public Task<Printer?> FindByMacAsync(string macAddress, CancellationToken cancellationToken) =>
        context.Printers.AsNoTracking()
            .FirstOrDefaultAsync(printer => printer.MacAddress == macAddress && printer.ArchivedAt == null, cancellationToken);

    /// <summary>Newest first.</summary>
    public Task<List<PrinterEvent>> HistoryAsync(PrinterId id, CancellationToken cancellationToken) =>
        context.Events.AsNoTracking().Where(line => line.PrinterId == id).OrderByDescending(line => line.At).ThenByDescending(line => line.Id).ToListAsync(cancellationToken);

    public void Add(Printer printer) => context.Printers.Add(printer);

    public void Remove(Printer printer) => context.Printers.Remove(printer);

    /// <summary>Writes what changed, and what happened to each printer into its history.</summary>
    public Task SaveAsync(CancellationToken cancellationToken)
    {
        var now = time.Now();
        foreach (var entry in context.ChangeTracker.Entries<Printer>().Where(entry => entry.State != EntityState.Deleted).ToList())
            context.Events.AddRange(entry.Entity.TakeNews().Select(news => PrinterEvent.Of(entry.Entity.Id, news, now, actor.Name)));
        return context.SaveChangesAsync(cancellationToken);
    }
}
