using NodaTime;
using SmartTracker.PrinterReaders.State;

namespace SmartTracker.Collection.Domain;

/// <summary>One value of a device's counter and the time over which it was read unchanged.</summary>
/// <param name="Device">Serial number and epoch: another one's counter counts something else.</param>
/// <param name="Meter">The same at every visit, see <see cref="ObservedMeter"/>.</param>
public sealed record MeterRun(string Device, string Meter, MeterKind Kind, long Value, long? Maximum, Instant FirstReadAt, Instant LastReadAt);
