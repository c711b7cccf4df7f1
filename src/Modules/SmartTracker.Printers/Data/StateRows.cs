using NodaTime;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Printers.Data;

/// <summary>A row of <c>printer_states</c>: the newest state of one printer.</summary>
public sealed class PrinterStateRow
{
    public PrinterId PrinterId { get; set; }
    public Instant ObservedAt { get; set; }

    /// <summary>JSON, see <see cref="StateJson"/>.</summary>
    public required string State { get; set; }
}

/// <summary>A row of <c>consumable_levels</c>: one level and how long it was read unchanged.</summary>
public sealed class ConsumableLevelRow
{
    public Guid Id { get; set; }
    public PrinterId PrinterId { get; set; }
    public required string Slot { get; set; }

    /// <summary>Of the cartridge, where it has one.</summary>
    public string? SerialNumber { get; set; }

    public int Permille { get; set; }
    public Instant FirstReadAt { get; set; }
    public Instant LastReadAt { get; set; }
}
