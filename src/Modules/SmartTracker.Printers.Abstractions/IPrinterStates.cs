using NodaTime;
using SmartTracker.PrinterReaders.State;

namespace SmartTracker.Printers.Abstractions;

/// <summary>Takes in what collectors read of a printer's state. Joins the caller's transaction.</summary>
public interface IPrinterStates
{
    /// <summary>When the state was last read, or null.</summary>
    Task<Instant?> ReadAtAsync(PrinterId printer, CancellationToken cancellationToken);

    Task StoreAsync(PrinterId printer, PrinterState state, Instant at, CancellationToken cancellationToken);
}
