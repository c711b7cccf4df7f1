using NodaTime;
using SmartTracker.Collection.Views.Collections;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Views.Residuals;

/// <summary>What one printer's counters counted beyond its jobs of a month, and what persons made of it.</summary>
/// <param name="Month">As it stands in the address.</param>
/// <param name="Open">Counters of which something is unknown and not settled.</param>
/// <param name="Charge">What would stand among the jobs; empty where nothing can.</param>
public sealed record ResidualPage(
    PrinterId Printer, string Name, YearMonth Period, string Month, IReadOnlyList<CounterLine> Counters, IReadOnlyList<OpenResidual> Open, IReadOnlyList<string> Charge,
    IReadOnlyList<BookingLine> Bookings, bool MayDecide, ResidualForm Form, IReadOnlyDictionary<string, string> Faults)
{
    public OpenResidual? Chosen => Open.FirstOrDefault(open => open.Kind == Form.Counter) ?? (Open.Count > 0 ? Open[0] : null);
}

/// <param name="Value">In <paramref name="Unit"/>, with a point, as an input of numbers wants it.</param>
/// <param name="JobsSayMore">Than the counter: then it was no maintenance.</param>
public sealed record OpenResidual(MeterKind Kind, string Counter, string Amount, string Value, string Unit, bool JobsSayMore);

/// <param name="Job">Of the charged job, or null.</param>
/// <param name="Withdrawn">By whom and when, or null.</param>
public sealed record BookingLine(Guid Id, string Counter, string Amount, string Purpose, string Reason, string By, Instant At, Guid? Job, string? Withdrawn);

/// <summary>The form that books a part.</summary>
public sealed record ResidualForm
{
    public string? Month { get; init; }

    public MeterKind? Counter { get; init; }

    /// <summary>With a point; in the unit of <see cref="Completeness.MeterUnits"/>.</summary>
    public string? Amount { get; init; }

    public Domain.ResidualPurpose? Purpose { get; init; }

    public string? Reason { get; init; }
}
