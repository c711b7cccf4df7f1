using NodaTime;

namespace SmartTracker.Printers.Abstractions;

/// <summary>The printers of this tenant, for modules that show or account for them.</summary>
public interface IPrinterDirectory
{
    /// <summary>All printers by name, removed ones that have jobs included.</summary>
    Task<IReadOnlyList<PrinterSummary>> ListAsync(CancellationToken cancellationToken);

    Task<PrinterSummary?> FindAsync(PrinterId id, CancellationToken cancellationToken);
}

/// <summary>What other modules may know of a printer.</summary>
/// <param name="Model">As the device says, or null before the first contact.</param>
/// <param name="SerialNumber">As the device says, or null before the first contact.</param>
/// <param name="Protocol">Lower case, such as <c>piws</c>.</param>
public sealed record PrinterSummary(PrinterId Id, string Name, string? Model, string? SerialNumber, Uri Address, string Protocol)
{
    /// <summary>Removed by a person, kept because jobs were counted on it. Nothing is collected from it.</summary>
    public bool IsArchived { get; init; }

    /// <summary>False for printers of which only the state is read, and for those that are not on the network.</summary>
    public bool GivesJobs { get; init; } = true;

    /// <summary>False for a device that people read counters off, and no program.</summary>
    public bool IsNetworked { get; init; } = true;

    /// <summary>Where it stands, or null.</summary>
    public string? Site { get; init; }

    /// <summary>Counts the device's lives under one serial number.</summary>
    public int DeviceEpoch { get; init; } = 1;

    /// <summary>When the device last answered as the one that is registered, or null before the first contact.</summary>
    public Instant? LastContactAt { get; init; }

    /// <summary>What went wrong at the last contact; null where nothing did. <see cref="IPrinterProblemTexts"/> words it.</summary>
    public PrinterProblem? Problem { get; init; }
}
