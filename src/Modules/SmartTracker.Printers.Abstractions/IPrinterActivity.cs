namespace SmartTracker.Printers.Abstractions;

/// <summary>Implemented by the module that counts jobs, so that the list of printers can say what each printed this month.</summary>
public interface IPrinterActivity
{
    Task<IReadOnlyDictionary<PrinterId, PrinterActivity>> ThisMonthAsync(CancellationToken cancellationToken);
}

/// <param name="MediaMm2">Media consumed, over the jobs whose printer said; null where none said.</param>
/// <param name="Path">App-relative address of these jobs.</param>
public sealed record PrinterActivity(int Jobs, long? MediaMm2, string Path);
