using NodaTime;
using SmartTracker.PrinterReaders.State;

namespace SmartTracker.Printers.Abstractions;

/// <summary>Implemented by the module that keeps counters: those that a person read off a device which is not on the network.</summary>
public interface IManualMeterReads
{
    /// <summary>The newest of each counter of the device's present life.</summary>
    Task<IReadOnlyList<ManualMeterRead>> LatestAsync(MeteredDevice device, CancellationToken cancellationToken);

    /// <summary>Inside the caller's transaction. None is older than the newest of its counter.</summary>
    Task AddAsync(MeteredDevice device, IReadOnlyList<ManualMeterRead> reads, CancellationToken cancellationToken);
}

/// <param name="Serial">The serial number, or what stands for it where none is known.</param>
public sealed record MeteredDevice(PrinterId Printer, string Serial, int Epoch);

/// <param name="Value">Impressions as number, media length in micrometres, media area in square millimetres.</param>
/// <param name="Raw">As it was entered.</param>
public sealed record ManualMeterRead(MeterKind Kind, long Value, string Raw, string RawUnit, Instant At, string EnteredBy);
