using NodaTime;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Printers.Views.Printers;

public sealed record PrinterList(IReadOnlyList<PrinterRow> Rows, int All, string? Query, bool MayEdit)
{
    public int Ready => Rows.Count(row => row.State.Mark == "ok");
}

public sealed record PrinterRow(
    PrinterId Id, string Name, string? Model, string? SerialNumber, string Host, PrinterState State, Instant? LastContactAt);

/// <summary>A mark of the design system (ok, warn, bad, off) and its word.</summary>
public sealed record PrinterState(string Mark, string Word);
