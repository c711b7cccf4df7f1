namespace SmartTracker.Printers.Abstractions;

/// <summary>The printers of this tenant, for modules that show or account for them.</summary>
public interface IPrinterDirectory
{
    /// <summary>All printers by name.</summary>
    Task<IReadOnlyList<PrinterSummary>> ListAsync(CancellationToken cancellationToken);

    Task<PrinterSummary?> FindAsync(PrinterId id, CancellationToken cancellationToken);
}

/// <summary>What other modules may know of a printer.</summary>
/// <param name="Model">As the device says, or null before the first contact.</param>
/// <param name="SerialNumber">As the device says, or null before the first contact.</param>
/// <param name="Protocol">Lower case, such as <c>piws</c>.</param>
public sealed record PrinterSummary(PrinterId Id, string Name, string? Model, string? SerialNumber, Uri Address, string Protocol);
