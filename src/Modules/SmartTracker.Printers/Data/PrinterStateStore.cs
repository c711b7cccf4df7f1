using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Data;

/// <summary>The newest state of each printer, and the levels of its consumables over time. Joins the caller's transaction.</summary>
public sealed class PrinterStateStore(PrintersDbContext context) : IPrinterStates
{
    public async Task<Instant?> ReadAtAsync(PrinterId printer, CancellationToken cancellationToken) =>
        await context.PrinterStates.Where(row => row.PrinterId == printer).Select(row => (Instant?)row.ObservedAt).FirstOrDefaultAsync(cancellationToken);

    /// <summary>A state that arrives late changes the levels over time, not the newest state.</summary>
    public async Task StoreAsync(PrinterId printer, PrinterState state, Instant at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        var row = await context.PrinterStates.FirstOrDefaultAsync(row => row.PrinterId == printer, cancellationToken);
        if (row is null)
            context.PrinterStates.Add(new PrinterStateRow { PrinterId = printer, ObservedAt = at, State = StateJson.Write(state) });
        else if (row.ObservedAt < at)
            (row.ObservedAt, row.State) = (at, StateJson.Write(state));

        foreach (var consumable in state.Consumables.DistinctBy(consumable => consumable.Slot))
        {
            if (consumable is { LevelKnown: ConsumableLevel.Measured or ConsumableLevel.Empty, LevelPercent: { } percent and >= 0 and <= 100 })
                await AddLevelAsync(printer, consumable, (int)decimal.Round(percent * 10, MidpointRounding.AwayFromZero), at, cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task<StoredState?> FindAsync(PrinterId printer, CancellationToken cancellationToken) =>
        await context.PrinterStates.AsNoTracking().FirstOrDefaultAsync(row => row.PrinterId == printer, cancellationToken) is { } row
            ? new(StateJson.Read(row.State), row.ObservedAt)
            : null;

    public async Task<IReadOnlyDictionary<PrinterId, StoredState>> ListAsync(CancellationToken cancellationToken) =>
        (await context.PrinterStates.AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(
            row => row.PrinterId, row => new StoredState(StateJson.Read(row.State), row.ObservedAt));

    /// <summary>By slot, oldest first.</summary>
    public async Task<ILookup<string, LevelRead>> LevelsAsync(PrinterId printer, Instant since, CancellationToken cancellationToken)
    {
        var rows = await context.ConsumableLevels.AsNoTracking()
            .Where(row => row.PrinterId == printer && row.LastReadAt >= since).OrderBy(row => row.FirstReadAt).ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.Slot, row => new LevelRead(row.Permille / 10m, row.SerialNumber, row.FirstReadAt, row.LastReadAt));
    }

    private async Task AddLevelAsync(PrinterId printer, ObservedConsumable consumable, int permille, Instant at, CancellationToken cancellationToken)
    {
        var last = await context.ConsumableLevels.Where(row => row.PrinterId == printer && row.Slot == consumable.Slot && row.FirstReadAt <= at)
            .OrderByDescending(row => row.FirstReadAt).FirstOrDefaultAsync(cancellationToken);
        if (last is not null && last.Permille == permille && last.SerialNumber == consumable.SerialNumber)
            last.LastReadAt = Instant.Max(last.LastReadAt, at);
        else if (last?.FirstReadAt != at)
        {
            context.ConsumableLevels.Add(new ConsumableLevelRow
            {
                Id = Guid.CreateVersion7(),
                PrinterId = printer,
                Slot = consumable.Slot,
                SerialNumber = consumable.SerialNumber,
                Permille = permille,
                FirstReadAt = at,
                LastReadAt = at,
            });
        }
    }
}

/// <param name="At">When it was read.</param>
public sealed record StoredState(PrinterState State, Instant At);
