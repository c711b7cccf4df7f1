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

        await AddLevelsAsync(printer, [.. state.Consumables.DistinctBy(consumable => consumable.Slot).Where(IsKnown)], at, cancellationToken);
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

    private async Task AddLevelsAsync(PrinterId printer, IReadOnlyList<ObservedConsumable> consumables, Instant at, CancellationToken cancellationToken)
    {
        if (consumables.Count == 0)
            return;
        // Of each slot the newest level at that time: all in one question, each a step along the index.
        var newest = await consumables
            .Select(consumable => context.ConsumableLevels.AsNoTracking()
                .Where(row => row.PrinterId == printer && row.Slot == consumable.Slot && row.FirstReadAt <= at)
                .OrderByDescending(row => row.FirstReadAt).Take(1))
            .Aggregate((all, one) => all.Concat(one))
            .ToDictionaryAsync(row => row.Slot, cancellationToken);
        List<Guid> unchanged = [];
        foreach (var consumable in consumables)
        {
            var (last, permille) = (newest.GetValueOrDefault(consumable.Slot), Permille(consumable));
            if (last is not null && last.Permille == permille && last.SerialNumber == consumable.SerialNumber)
                unchanged.Add(last.Id);
            else if (last?.FirstReadAt != at)
                context.ConsumableLevels.Add(Level(printer, consumable, permille, at));
        }

        if (unchanged.Count > 0)
        {
            await context.ConsumableLevels.Where(row => unchanged.Contains(row.Id) && row.LastReadAt < at)
                .ExecuteUpdateAsync(row => row.SetProperty(level => level.LastReadAt, at), cancellationToken);
        }
    }

    private static bool IsKnown(ObservedConsumable consumable) =>
        consumable is { LevelKnown: ConsumableLevel.Measured or ConsumableLevel.Empty, LevelPercent: >= 0 and <= 100 };

    private static int Permille(ObservedConsumable consumable) => (int)decimal.Round(consumable.LevelPercent!.Value * 10, MidpointRounding.AwayFromZero);

    private static ConsumableLevelRow Level(PrinterId printer, ObservedConsumable consumable, int permille, Instant at) => new()
    {
        Id = Guid.CreateVersion7(),
        PrinterId = printer,
        Slot = consumable.Slot,
        SerialNumber = consumable.SerialNumber,
        Permille = permille,
        FirstReadAt = at,
        LastReadAt = at,
    };
}

/// <param name="At">When it was read.</param>
public sealed record StoredState(PrinterState State, Instant At);
