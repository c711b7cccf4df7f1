using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Collecting.Turns;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>Collects print jobs from the tenant's printers, each in its turn. One that fails does not hold up the others.</summary>
public sealed partial class PrintJobCollector(
    IPrinterConnections connections,
    PaceStore paces,
    VisitTurns turns,
    IServiceScopeFactory scopes,
    CollectionTexts texts,
    Tenant tenant,
    IOptions<CollectionOptions> options,
    TimeProvider time,
    ILogger<PrintJobCollector> logger)
{
    /// <summary>Printers whose time has come.</summary>
    public async Task<IReadOnlyList<DuePrinter>> DueAsync(CancellationToken cancellationToken)
    {
        var (now, known) = (time.Now(), await paces.ListAsync(cancellationToken));
        var printers = (await connections.ListAsync(cancellationToken)).Where(printer => printer.StoppedBecause is null && !(known.GetValueOrDefault(printer.Id)?.DueAt > now));
        return [.. printers.Select(printer => new DuePrinter(printer.Id, Lane(known, printer)))];
    }

    /// <summary>From one printer whose turn it is, unless it was read or taken away while it waited.</summary>
    /// <returns>Whether it was read.</returns>
    public async Task<bool> CollectDueAsync(PrinterId id, CancellationToken cancellationToken)
    {
        if ((await paces.FindAsync(id, cancellationToken))?.DueAt > time.Now() || await connections.FindAsync(id, cancellationToken) is not { StoppedBecause: null } printer)
            return false;
        await VisitAsync(printer, cancellationToken);
        return true;
    }

    /// <param name="printer">Null collects from all printers that are not archived.</param>
    /// <returns>By printer name; empty where there is no such printer.</returns>
    public Task<IReadOnlyList<CollectionOutcome>> CollectAsync(PrinterId? printer, CancellationToken cancellationToken) =>
        CollectAsync(printer, _ => { }, cancellationToken);

    /// <param name="printer">Null collects from all printers that are not archived.</param>
    /// <param name="ended">Told of each printer as soon as it was read, from any thread.</param>
    public async Task<IReadOnlyList<CollectionOutcome>> CollectAsync(
        PrinterId? printer, Action<CollectionOutcome> ended, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ended);
        if (printer is { } id)
            // Somebody waits for this one, however it did before.
            return await connections.FindAsync(id, cancellationToken) is { } one ? [await InTurnAsync(one, VisitLane.Prompt, ended, cancellationToken)] : [];

        var known = await paces.ListAsync(cancellationToken);
        var visits = (await connections.ListAsync(cancellationToken))
            .Select(each => Task.Run(() => InTurnAsync(each, Lane(known, each), ended, cancellationToken), cancellationToken));
        var outcomes = await Task.WhenAll(visits);
        return [.. outcomes.OrderBy(outcome => outcome.PrinterName, StringComparer.CurrentCulture).ThenBy(outcome => outcome.PrinterId.Value)];
    }

    /// <summary>The rest of a collection that was begun; where the printer is still to be asked, in its turn.</summary>
    public async Task<CollectionOutcome> GoOnAsync(RegisteredPrinter printer, BegunCollection begun, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(begun);
        return Outcome(printer, await KeepingLeaseAsync(begun, async kept =>
        {
            using var turn = begun.Visited is null ? await TurnAsync(VisitLane.Prompt, kept) : null;
            return await RunAsync(printer, begun, kept);
        }, cancellationToken));
    }

    private async Task<CollectionOutcome> InTurnAsync(RegisteredPrinter printer, VisitLane lane, Action<CollectionOutcome> ended, CancellationToken cancellationToken)
    {
        var outcome = printer.StoppedBecause is { } decision
            ? Outcome(printer, new(CollectionResult.Paused, 0, 0, 0, decision, []))
            : await ReadInTurnAsync(printer, lane, cancellationToken);
        ended(outcome);
        return outcome;
    }

    private async Task<CollectionOutcome> ReadInTurnAsync(RegisteredPrinter printer, VisitLane lane, CancellationToken cancellationToken)
    {
        using var turn = await TurnAsync(lane, cancellationToken);
        return await VisitAsync(printer, cancellationToken);
    }

    private async Task<CollectionOutcome> VisitAsync(RegisteredPrinter printer, CancellationToken cancellationToken)
    {
        BegunCollection? begun;
        try
        {
            begun = await InScopeAsync<PrinterCollection, BegunCollection?>(collection => collection.BeginAsync(printer.Id, cancellationToken));
        }
        catch (Exception exception) when (!IsStop(exception, cancellationToken))
        {
            // Nothing is written, so it stays due.
            LogFailed(exception, printer.Id);
            return Outcome(printer, NotStored());
        }

        return Outcome(printer, begun is null
            ? new(CollectionResult.AlreadyRunning, 0, 0, 0, null, [])
            : await KeepingLeaseAsync(begun, kept => RunAsync(printer, begun, kept), cancellationToken));
    }

    private async Task<CollectionEnd> RunAsync(RegisteredPrinter printer, BegunCollection begun, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var fetched = await scope.ServiceProvider.GetRequiredService<PrinterCollection>().FetchAsync(printer, begun, cancellationToken);
        try
        {
            return await scope.ServiceProvider.GetRequiredService<CollectionIntake>().TakeInAsync(begun, fetched, cancellationToken);
        }
        catch (StateNotTakenInException exception)
        {
            LogWithoutState(exception, printer.Id);
            // In another scope: what was left half-done must not be saved with the jobs.
            return await InScopeAsync<CollectionIntake, CollectionEnd>(intake => intake.TakeInAsync(begun, fetched with { States = [] }, cancellationToken));
        }
    }

    private async Task<CollectionEnd> KeepingLeaseAsync(BegunCollection begun, Func<CancellationToken, Task<CollectionEnd>> work, CancellationToken cancellationToken)
    {
        using var lost = new CancellationTokenSource();
        using var ended = new CancellationTokenSource();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lost.Token);
        var keeping = options.Value.Lease.KeepAsync(begun.StartedAt, now => TryRenewAsync(begun, now, ended.Token), time, lost, ended.Token);
        try
        {
            return await work(cancel.Token);
        }
        catch (Exception exception) when (!IsStop(exception, cancellationToken))
        {
            LogFailed(exception, begun.Printer);
            return await FailAsync(begun, exception, cancellationToken);
        }
        finally
        {
            await ended.CancelAsync();
            await keeping;
        }
    }

    // Its own scope, and so its own connection: the collection's may be in a transaction.
    private async Task<bool?> TryRenewAsync(BegunCollection begun, Instant now, CancellationToken cancellationToken)
    {
        try
        {
            return await InScopeAsync<CollectionHistory, bool>(history => history.RenewAsync(begun.Id, options.Value.Lease.UntilFrom(now), cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotRenewed(exception, begun.Id);
            return null;
        }
    }

    private async Task<CollectionEnd> FailAsync(BegunCollection begun, Exception reason, CancellationToken cancellationToken)
    {
        try
        {
            return await InScopeAsync<CollectionEnding, CollectionEnd>(ending => ending.FailAsync(begun, reason, cancellationToken));
        }
        catch (Exception exception) when (!IsStop(exception, cancellationToken))
        {
            // The line stays open; the next collection ends it as interrupted.
            LogNotEnded(exception, begun.Id);
            return NotStored();
        }
    }

    private async Task<T> InScopeAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private Task<IDisposable> TurnAsync(VisitLane lane, CancellationToken cancellationToken) =>
        turns.TakeAsync(tenant.Name, lane, options.Value.PrintersAtOnce, cancellationToken);

    private CollectionOutcome Outcome(RegisteredPrinter printer, CollectionEnd end)
    {
        ArgumentNullException.ThrowIfNull(printer);
        var sentence = texts.Describe(end.Result, end.NewJobs, end.ChangedJobs, end.UnchangedJobs, end.Problem);
        LogOutcome(printer.Id, end.Result, end.NewJobs, end.ChangedJobs, end.UnchangedJobs, end.Problem?.Code);
        return new(printer.Id, printer.Name, end.Result, end.NewJobs, end.ChangedJobs, end.UnchangedJobs, end.Problem, sentence);
    }

    private static VisitLane Lane(IReadOnlyDictionary<PrinterId, PaceRow> known, RegisteredPrinter printer) => known.GetValueOrDefault(printer.Id)?.Lane ?? VisitLane.Doubtful;

    private static CollectionEnd NotStored() => new(CollectionResult.Failed, 0, 0, 0, CollectionProblems.NotStored, []);

    private static bool IsStop(Exception exception, CancellationToken cancellationToken) => exception is OperationCanceledException && cancellationToken.IsCancellationRequested;

    [LoggerMessage(Level = LogLevel.Information, Message = "Collection from printer {Printer}: {Result}, {New} new, {Changed} changed, {Unchanged} unchanged, problem {Problem}")]
    private partial void LogOutcome(PrinterId printer, CollectionResult result, int @new, int changed, int unchanged, string? problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Collection from printer {Printer} could not be stored")]
    private partial void LogFailed(Exception exception, PrinterId printer);

    [LoggerMessage(Level = LogLevel.Error, Message = "The state of printer {Printer} could not be taken in; its jobs are")]
    private partial void LogWithoutState(Exception exception, PrinterId printer);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of collection {Collection} could not be renewed; it is tried again")]
    private partial void LogNotRenewed(Exception exception, CollectionId collection);

    [LoggerMessage(Level = LogLevel.Error, Message = "The end of collection {Collection} could not be stored")]
    private partial void LogNotEnded(Exception exception, CollectionId collection);
}
