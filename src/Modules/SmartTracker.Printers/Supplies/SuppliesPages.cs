using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Views.Supplies;

namespace SmartTracker.Printers.Supplies;

/// <summary>Gathers what is shown of a printer's supplies.</summary>
public sealed class SuppliesPages(PrinterStateStore states, SupplyWords words, TimeProvider time)
{
    private static readonly Duration Shown = Duration.FromDays(30);

    /// <summary>Null before the state was read for the first time.</summary>
    public async Task<SuppliesSection?> FindAsync(PrinterId id, CancellationToken cancellationToken)
    {
        if (await states.FindAsync(id, cancellationToken) is not { } stored)
            return null;
        var window = new Interval(time.Now() - Shown, time.Now());
        var levels = await states.LevelsAsync(id, window.Start, cancellationToken);
        var (mark, condition) = words.Condition(stored.State);
        return new(
            stored.At, mark, condition,
            [.. stored.State.Alerts.Select(words.Line)],
            [.. stored.State.Consumables.Select(consumable => words.Line(consumable, [.. levels[consumable.Slot]], window))],
            [.. stored.State.Media.Select(words.Line)]);
    }
}
