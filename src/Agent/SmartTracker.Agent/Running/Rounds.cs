using Microsoft.Extensions.Logging;
using SmartTracker.Agent.Files;
using SmartTracker.Agent.Outbox;
using SmartTracker.Agent.Visiting;
using SmartTracker.PrinterReaders;
using SmartTracker.Protocols.Agent.Plans;
using SmartTracker.Protocols.Agent.Visits;

namespace SmartTracker.Agent.Running;

/// <summary>Asks each printer of the plan when it is due, whether the host is there or not.</summary>
public sealed partial class Rounds(
    AgentSettings settings, PlanBook plans, VisitOutbox outbox, PrinterVisitor visitor, AgentHealth health, TimeProvider time, ILogger<Rounds> logger)
{
    private const long BytesPerMegabyte = 1024 * 1024;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseOfFullDisk = TimeSpan.FromMinutes(1);

    // By the clock that cannot be set.
    private readonly Dictionary<Guid, (long At, PlannedPrinter As)> _asked = [];
    private readonly Dictionary<Guid, long> _stateAskedAt = [];
    private readonly Dictionary<Guid, Task> _running = [];
    private long? _diskRefusedAt;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        try
        {
            do
                Begin(cancellationToken);
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(_running.Values);
        }
    }

    private void Begin(CancellationToken cancellationToken)
    {
        foreach (var ended in _running.Where(pair => pair.Value.IsCompleted).Select(pair => pair.Key).ToList())
            _running.Remove(ended);
        if (plans.Current is not { } plan || !HasRoom())
            return;
        foreach (var left in _asked.Keys.Except(plan.Printers.Where(printer => !printer.IsStopped).Select(printer => printer.Id)).ToList())
            _asked.Remove(left);
        foreach (var printer in plan.Printers.Where(IsDue).Take(Math.Max(plan.PrintersAtOnce, 1) - _running.Count).ToList())
        {
            _asked[printer.Id] = (time.GetTimestamp(), printer);
            var withState = !_stateAskedAt.TryGetValue(printer.Id, out var stateAsked) || IsOver(stateAsked, printer.StateEverySeconds);
            if (withState)
                _stateAskedAt[printer.Id] = time.GetTimestamp();
            _running[printer.Id] = VisitAsync(plan, printer, withState, cancellationToken);
        }
    }

    private bool IsDue(PlannedPrinter printer) =>
        !printer.IsStopped
        && !_running.ContainsKey(printer.Id)
        && outbox.MarkOf(printer.Id)?.PausedBecause is null
        // Whoever ticked it, let it go on or changed how it is spoken to waits for its answer.
        && (!_asked.TryGetValue(printer.Id, out var asked) || IsOver(asked.At, printer.EverySeconds) || Way(asked.As) != Way(printer));

    /// <summary>How a printer is spoken to, without where to go on and how often. A key is not part of it: a new one comes with the first answer.</summary>
    private static PlannedPrinter Way(PlannedPrinter printer) =>
        printer with { Name = "", PinnedKey = null, Cursor = null, EverySeconds = 0, StateEverySeconds = 0, DeadlineSeconds = 0 };

    private bool IsOver(long since, int seconds) => time.GetElapsedTime(since) >= TimeSpan.FromSeconds(seconds);

    // Never by throwing something away: what is not fetched now is still in the printer's list.
    private bool HasRoom()
    {
        var isFull = outbox.Size.Bytes >= settings.OutboxMegabytes * BytesPerMegabyte;
        if (isFull && !health.OutboxIsFull)
            LogFull(settings.OutboxMegabytes);
        health.OutboxIsFull = isFull;
        return !isFull && (_diskRefusedAt is not { } refused || time.GetElapsedTime(refused) >= PauseOfFullDisk);
    }

    private async Task VisitAsync(AgentPlan plan, PlannedPrinter printer, bool withState, CancellationToken cancellationToken)
    {
        // The timer's tick goes on with the other printers.
        await Task.Yield();
        try
        {
            if (await visitor.VisitAsync(plan, printer, outbox.MarkOf(printer.Id), withState, cancellationToken) is not { } visit)
                return;
            await KeepAsync(printer, visit, cancellationToken);
            var fetches = visit.States.Prepend(visit.Jobs).ToList();
            var (answers, failures) = (fetches.Sum(fetch => fetch.Answers.Count), fetches.Select(fetch => fetch.Failure?.Code).OfType<string>().ToList());
            health.Visited(printer.Id, !failures.Contains(nameof(ReaderFailureCode.NotAllowedOnSite)));
            var failed = failures.Count == 0 ? "none" : string.Join(", ", failures);
            LogVisited(printer.Name, answers, failed);
            (health.DiskRefuses, _diskRefusedAt) = (false, null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The agent stops; the printer is asked again when it starts.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            (health.DiskRefuses, _diskRefusedAt) = (true, time.GetTimestamp());
            LogNotKept(exception, printer.Name);
        }
        catch (Exception exception)
        {
            LogFailed(exception, printer.Name);
        }
    }

    private async Task KeepAsync(PlannedPrinter printer, AgentVisit visit, CancellationToken cancellationToken)
    {
        try
        {
            await outbox.AddAsync(visit, cancellationToken);
        }
        catch (VisitFormatException)
        {
            // More than a host accepts. It hears of it, and the same changes are asked for again.
            var megabytes = VisitLimits.Usual.BodyBytes / BytesPerMegabyte;
            var failure = VisitWords.Failure(new ReaderFailure(ReaderFailureCode.TooLarge, $"{megabytes}"));
            var cursor = outbox.MarkOf(printer.Id) is { } mark ? mark.Cursor : printer.Cursor;
            await outbox.AddAsync(
                visit with { Jobs = visit.Jobs with { Answers = [], Failure = failure }, States = [], After = visit.After with { Cursor = cursor } }, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Asked {Printer}: {Answers} answers, failure {Failure}")]
    private partial void LogVisited(string printer, int answers, string failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox has reached {Megabytes} MB: no printer is asked until visits can be delivered. Nothing was thrown away")]
    private partial void LogFull(int megabytes);

    [LoggerMessage(Level = LogLevel.Error, Message = "What {Printer} said could not be written to the disk; it is asked again")]
    private partial void LogNotKept(Exception exception, string printer);

    [LoggerMessage(Level = LogLevel.Error, Message = "Asking {Printer} went wrong")]
    private partial void LogFailed(Exception exception, string printer);
}
