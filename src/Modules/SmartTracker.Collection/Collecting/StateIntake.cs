using NodaTime;
using SmartTracker.Collection.Completeness;
using SmartTracker.Collection.Data;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>Takes a printer's state into the books, inside the caller's transaction: supplies, counters, and gaps that these settle.</summary>
public sealed class StateIntake(IPrinterStates states, MeterReadStore meters, GapProof proof)
{
    /// <param name="serial">Of the device that answered.</param>
    public async Task TakeInAsync(RegisteredPrinter printer, string? serial, IReadOnlyList<FetchedState> fetched, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(printer);
        ArgumentNullException.ThrowIfNull(fetched);
        var answered = fetched.Where(each => each.Fetch.Answers.Count > 0).ToList();
        if (answered.Count == 0)
            return;

        var state = answered.Select(each => each.Reader.InterpretState(each.Fetch.Answers)).Aggregate(PrinterState.Together);
        var at = AnswerTime.Of(answered.SelectMany(each => each.Fetch.Answers));
        await states.StoreAsync(printer.Id, state, at, cancellationToken);
        if ((serial ?? printer.SerialNumber) is { Length: > 0 } device)
            await meters.AddAsync(printer, device, state.Meters, at, cancellationToken);
        await proof.SettleAsync(printer.Id, cancellationToken);
    }
}
