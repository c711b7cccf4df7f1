using System.Collections.Concurrent;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>A collection that a person started and watches.</summary>
/// <param name="printer">Null where it reads all printers.</param>
public sealed class CollectionRun(Guid id, PrinterId? printer, IReadOnlyList<string> printers, long startedAt)
{
    private readonly ConcurrentQueue<CollectionOutcome> _outcomes = new();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Guid Id { get; } = id;

    public PrinterId? Printer { get; } = printer;

    /// <summary>Names of the printers that are read.</summary>
    public IReadOnlyList<string> Printers { get; } = printers;

    /// <summary>Timestamp of the time provider.</summary>
    public long StartedAt { get; } = startedAt;

    /// <summary>What came of each printer so far.</summary>
    public IReadOnlyList<CollectionOutcome> Outcomes => [.. _outcomes];

    public bool IsOver => _over.Task.IsCompleted;

    /// <summary>It ended before every printer was read; the log has the reason.</summary>
    public bool BrokeOff => IsOver && _outcomes.Count < Printers.Count;

    public void Add(CollectionOutcome outcome) => _outcomes.Enqueue(outcome);

    public void End() => _over.TrySetResult();

    /// <summary>Whether it is over within the given time.</summary>
    public async Task<bool> IsOverWithinAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            await _over.Task.WaitAsync(patience, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
