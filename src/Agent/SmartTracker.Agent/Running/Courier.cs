using Microsoft.Extensions.Logging;
using SmartTracker.Agent.Files;
using SmartTracker.Agent.Outbox;
using SmartTracker.Agent.Server;
using SmartTracker.Protocols.Agent;

namespace SmartTracker.Agent.Running;

/// <summary>Carries visits to the host and plans back, as long as there is somebody to carry them to.</summary>
public sealed partial class Courier(
    AgentFolder folder, HostClient host, PlanBook plans, VisitOutbox outbox, AgentHealth health, TimeProvider time, ILogger<Courier> logger)
{
    private const int UsualRefreshSeconds = 60;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseOfBusyHost = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PauseOfRefusedKey = TimeSpan.FromMinutes(5);

    /// <summary>How often the condition is written where nothing of it has changed but the time; each is a write to the disk.</summary>
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(30);

    /// <summary>Printers whose next visit the host could not take yet; the others' go on.</summary>
    private readonly Dictionary<Guid, long> _busy = [];
    private int _failures;
    private long? _refreshedAt;
    private AgentCondition? _told;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var pause = await CarryAsync(cancellationToken);
                Tell(Condition());
                await Task.Delay(pause, time, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                LogDisk(exception);
                await Task.Delay(PauseOfBusyHost, time, CancellationToken.None);
            }
        }
    }

    /// <returns>How long to wait before looking again.</returns>
    private async Task<TimeSpan> CarryAsync(CancellationToken cancellationToken)
    {
        var answer = await DeliverAsync(cancellationToken);
        if (answer is null && IsRefreshDue())
            answer = await RefreshAsync(cancellationToken);
        switch (answer)
        {
            case HostAnswer.KeyRefused:
                plans.Drop();
                return PauseOfRefusedKey;
            case HostAnswer.Away:
                return Backoff.After(++_failures, Random.Shared.NextDouble());
            default:
                return outbox.Waiting.Any(entry => !IsBusy(entry)) ? TimeSpan.Zero : Look;
        }
    }

    private bool IsBusy(OutboxEntry entry) => _busy.TryGetValue(entry.PrinterId, out var since) && time.GetElapsedTime(since) < PauseOfBusyHost;

    /// <returns>Why it broke off; null where everything was delivered that could be.</returns>
    private async Task<HostAnswer?> DeliverAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in outbox.Waiting)
        {
            if (IsBusy(entry))
                continue;
            _busy.Remove(entry.PrinterId);
            HostReply<VisitReceipt> reply;
            await using (var packed = File.OpenRead(entry.File))
                reply = await host.DeliverAsync(packed, cancellationToken);
            Note(reply.Answer, reply.Sentence);
            switch (reply.Answer)
            {
                case HostAnswer.Done:
                    await outbox.DeliveredAsync(entry, cancellationToken);
                    LogDelivered(entry.VisitId, reply.Value?.Result ?? "");
                    break;
                case HostAnswer.Refused:
                    outbox.SetAside(entry);
                    LogRefused(entry.VisitId, reply.Sentence ?? "");
                    break;
                case HostAnswer.Later or HostAnswer.Unchanged:
                    _busy[entry.PrinterId] = time.GetTimestamp();
                    LogLater(entry.VisitId, reply.Sentence ?? "");
                    break;
                default:
                    return reply.Answer;
            }

            // However much waits: a printer may be somebody else's by now.
            if (IsRefreshDue())
                return null;
        }

        return null;
    }

    private bool IsRefreshDue() =>
        _refreshedAt is not { } refreshed || time.GetElapsedTime(refreshed) >= TimeSpan.FromSeconds(plans.Current?.RefreshSeconds ?? UsualRefreshSeconds);

    private async Task<HostAnswer?> RefreshAsync(CancellationToken cancellationToken)
    {
        // Of these the host knows everything before it makes the plan, so that it knows best where to go on.
        var settled = outbox.Settled();
        var told = await host.ReportAsync(Report(), cancellationToken);
        Note(told.Answer, told.Sentence);
        if (told.Answer is HostAnswer.Away or HostAnswer.KeyRefused)
            return told.Answer;
        var (reply, tag) = await host.PlanAsync(plans.Tag, cancellationToken);
        Note(reply.Answer, reply.Sentence);
        if (reply.Answer is not (HostAnswer.Done or HostAnswer.Unchanged))
            return reply.Answer == HostAnswer.KeyRefused ? reply.Answer : HostAnswer.Away;

        _refreshedAt = time.GetTimestamp();
        if (reply.Value is { } plan && tag is not null)
        {
            plans.Renew(plan, tag);
            health.Plans(plan.Printers.Select(printer => printer.Id));
            LogPlan(plan.Printers.Count);
        }
        else
        {
            plans.Confirm();
        }

        outbox.Forget(settled);
        return null;
    }

    private void Note(HostAnswer answer, string? sentence)
    {
        if (answer is HostAnswer.Away or HostAnswer.KeyRefused)
        {
            if (health.HostProblem != sentence)
                LogAway(sentence ?? "");
            health.HostProblem = sentence;
            return;
        }

        if (health.HostProblem is not null)
            LogBack(outbox.Size.Visits);
        (health.HostProblem, health.LastContactAt, _failures) = (null, time.GetUtcNow(), 0);
    }

    private void Tell(AgentCondition condition)
    {
        if (_told is { } told && condition.SaysAs(told) && (condition.At - told.At).Duration() < TellEvery)
            return;
        folder.WriteCondition(condition);
        _told = condition;
    }

    private AgentReport Report()
    {
        var size = outbox.Size;
        return new(AgentPlatform.Version, AgentPlatform.Name, time.GetUtcNow(), size.Visits, size.Bytes, size.Oldest, size.SetAside, health.Warnings);
    }

    private AgentCondition Condition() => new(
        time.GetUtcNow(), health.LastContactAt, health.HostProblem, plans.Current?.Printers.Count ?? 0, [.. health.Warnings.Select(AgentHealth.Sentence)]);

    [LoggerMessage(Level = LogLevel.Information, Message = "Delivered visit {Visit}: {Result}")]
    private partial void LogDelivered(Guid visit, string result);

    [LoggerMessage(Level = LogLevel.Error, Message = "The host refused visit {Visit} for good; it lies in outbox/refused. {Reason}")]
    private partial void LogRefused(Guid visit, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The host takes visit {Visit} later. {Reason}")]
    private partial void LogLater(Guid visit, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The plan names {Printers} printers")]
    private partial void LogPlan(int printers);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Sentence} Visits wait in the outbox meanwhile")]
    private partial void LogAway(string sentence);

    [LoggerMessage(Level = LogLevel.Information, Message = "The host answers again; {Visits} visits wait for it")]
    private partial void LogBack(int visits);

    [LoggerMessage(Level = LogLevel.Error, Message = "The agent's folder cannot be written")]
    private partial void LogDisk(Exception exception);
}
