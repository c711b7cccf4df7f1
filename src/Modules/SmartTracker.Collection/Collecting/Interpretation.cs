using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>Interprets answers for a limited time. What is not done by then cannot be stopped, so it is left behind and nobody waits for it.</summary>
public sealed class Interpretation(IOptions<CollectionOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<PrinterId, bool> _endlessStates = new();

    /// <summary>Its state was once not interpreted in time. Its jobs are what counts, so until this program is started anew only they are asked for.</summary>
    public bool HasEndlessState(PrinterId printer) => _endlessStates.ContainsKey(printer);

    /// <exception cref="InterpretationTooLongException">It took too long.</exception>
    public Task<PrinterObservation?> JobsAsync(FetchedPrinter fetched, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fetched);
        return LimitedAsync(() => fetched.Reader?.Interpret(fetched.Fetch.Answers), cancellationToken);
    }

    /// <summary>Null where nothing was answered about it.</summary>
    /// <exception cref="InterpretationTooLongException">It took too long.</exception>
    public async Task<PrinterState?> StateAsync(FetchedPrinter fetched, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fetched);
        if (fetched.States.Count == 0)
            return null;
        try
        {
            return await LimitedAsync(() => StateIntake.Read(fetched.States), cancellationToken);
        }
        catch (InterpretationTooLongException)
        {
            _endlessStates[fetched.Printer.Id] = true;
            throw;
        }
    }

    private async Task<T> LimitedAsync<T>(Func<T> interpret, CancellationToken cancellationToken)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var work = Task.Run(
            () =>
            {
                begun.SetResult();
                return interpret();
            },
            cancellationToken);
        // A busy machine may begin late; that says nothing of the answer.
        await begun.Task.WaitAsync(cancellationToken);
        try
        {
            return await work.WaitAsync(TimeSpan.FromSeconds(options.Value.InterpretSeconds), time, cancellationToken);
        }
        catch (TimeoutException) when (!work.IsCompleted)
        {
            throw new InterpretationTooLongException($"An answer was not interpreted within {options.Value.InterpretSeconds} seconds.");
        }
    }
}
