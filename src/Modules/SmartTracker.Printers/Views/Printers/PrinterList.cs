using NodaTime;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Printers.Views.Printers;

/// <summary>The list of printers.</summary>
/// <param name="CountByReadiness">Over all that fit the search, whichever is shown.</param>
/// <param name="Month">The month that is counted, or null where nobody counts jobs.</param>
public sealed record PrinterList(
    IReadOnlyList<PrinterRow> Rows, int All, PrinterFilter Filter, IReadOnlyDictionary<Readiness, int> CountByReadiness, IReadOnlyList<string> Protocols,
    YearMonth? Month, bool MayEdit)
{
    public int Found => CountByReadiness.Values.Sum();

    public int Ready => CountByReadiness.GetValueOrDefault(Readiness.Ready);
}

/// <summary>What the list is narrowed to, as it stands in the address.</summary>
public sealed record PrinterFilter(string? Q, Readiness? State, string? Protocol)
{
    public string Query(Readiness? state) => string.Join('&', new (string Name, string? Value)[] { ("state", state?.ToString()), ("protocol", Protocol), ("q", Q) }
        .Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => part.Name + "=" + Uri.EscapeDataString(part.Value!)));
}

/// <summary>Whether jobs can be collected from a printer, from good to unknown.</summary>
public enum Readiness
{
    Ready,

    /// <summary>A person has to decide first.</summary>
    Stopped,

    /// <summary>The last contact failed.</summary>
    Silent,

    /// <summary>There was no contact yet.</summary>
    Unknown,
}

/// <param name="Ago">Since the last contact, in words; null before the first.</param>
/// <param name="Activity">Null where nobody counts jobs, or where there was none this month.</param>
public sealed record PrinterRow(
    PrinterId Id, string Name, string? Model, string? SerialNumber, string Host, string Protocol, PrinterState State, string? Problem,
    Instant? LastContactAt, string? Ago, PrinterActivity? Activity);

/// <summary>A mark of the design system (ok, warn, bad, off) and its word.</summary>
public sealed record PrinterState(Readiness Readiness, string Word)
{
    public string Mark => Readiness switch
    {
        Readiness.Ready => "ok",
        Readiness.Stopped => "bad",
        Readiness.Silent => "warn",
        _ => "off",
    };
}
