using NodaTime;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Abstractions;

/// <summary>How completely the jobs of each printer are known.</summary>
public interface IPrinterCoverage
{
    /// <summary>Of every printer that was ever read whole.</summary>
    Task<IReadOnlyList<PrinterCoverage>> ListAsync(CancellationToken cancellationToken);
}

/// <param name="KnownUntil">When the printer's whole job list was read last.</param>
/// <param name="Gaps">Stretches in which jobs may have been missed and about which nobody has decided, in order.</param>
public sealed record PrinterCoverage(PrinterId PrinterId, Instant KnownUntil, IReadOnlyList<Interval> Gaps);
