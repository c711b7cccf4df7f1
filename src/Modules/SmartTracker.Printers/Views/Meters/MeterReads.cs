using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Meters;
using SmartTracker.Printers.Registry;

namespace SmartTracker.Printers.Views.Meters;

/// <summary>The newest counters of a device.</summary>
public sealed record MeterReads(PrinterId Printer, IReadOnlyList<ManualMeterRead> Latest);

/// <summary>The form for new ones.</summary>
/// <param name="Today">The last day that may be entered.</param>
public sealed record MeterEntryPage(
    PrinterId Printer, string Name, DateOnly Today, MeterEntryForm Form, IReadOnlyList<ManualMeterRead> Latest, IReadOnlyList<DraftFault> Faults)
{
    public bool WentBack => Fault("Kind") is not null || Form.Kind is not null;

    public string? Fault(string field) => Faults.FirstOrDefault(fault => fault.Field == field)?.Message;
}
