using SmartTracker.Collection.Completeness;
using SmartTracker.Collection.Data;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>Takes a printer's state into the books, inside the caller's transaction: supplies, counters, and gaps that these settle.</summary>
public sealed class StateIntake(IPrinterStates states, MeterReadStore meters, GapProof proof)
{
    /// <summary>Null where nothing was answered.</summary>
    public static PrinterState? Read(IReadOnlyList<FetchedState> fetched)
    {
        var answered = Answered(fetched);
        return answered.Count == 0 ? null : answered.Select(each => each.Reader.InterpretState(each.Fetch.Answers)).Aggregate(PrinterState.Together);
    }

    /// <param name="serial">Of the device that answered.</param>
    public async Task TakeInAsync(RegisteredPrinter printer, string? serial, IReadOnlyList<FetchedState> fetched, PrinterState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(printer);
        ArgumentNullException.ThrowIfNull(state);
        var at = AnswerTime.Of(Answered(fetched).SelectMany(each => each.Fetch.Answers));
        await states.StoreAsync(printer.Id, state, at, cancellationToken);
        if ((serial ?? printer.SerialNumber) is { Length: > 0 } device)
            await proof.SettleAsync(printer.Id, await meters.AddAsync(printer, device, state.Meters, at, cancellationToken), cancellationToken);
    }

    private static List<FetchedState> Answered(IReadOnlyList<FetchedState> fetched) => [.. fetched.Where(each => each.Fetch.Answers.Count > 0)];
}
