using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>Collects print jobs from the tenant's printers. One that fails does not hold up the others.</summary>
public sealed partial class PrintJobCollector(
    IPrinterConnections connections,
    PaceStore paces,
    IServiceScopeFactory scopes,
    CollectionTexts texts,
    IOptions<CollectionOptions> options,
    TimeProvider time,
    ILogger<PrintJobCollector> logger)
{
    /// <param name="printer">Null collects from all printers that are not archived.</param>
    /// <returns>By printer name; empty where there is no such printer.</returns>
    public Task<IReadOnlyList<CollectionOutcome>> CollectAsync(PrinterId? printer, CancellationToken cancellationToken) =>
        CollectAsync(printer, _ => { }, cancellationToken);

    /// <summary>From those printers whose time has come.</summary>
    public async Task CollectDueAsync(CancellationToken cancellationToken)
    {
        var notDue = await paces.NotDueAsync(time.Now(), cancellationToken);
        await CollectAsync([.. (await connections.ListAsync(cancellationToken)).Where(printer => !notDue.ContainsKey(printer.Id))], _ => { }, cancellationToken);
    }

    /// <param name="printer">Null collects from all printers that are not archived.</param>
    /// <param name="ended">Told of each printer as soon as it was read, from any thread.</param>
    public async Task<IReadOnlyList<CollectionOutcome>> CollectAsync(
        PrinterId? printer, Action<CollectionOutcome> ended, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ended);
        IReadOnlyList<RegisteredPrinter> printers = printer is { } id
            ? await connections.FindAsync(id, cancellationToken) is { } one ? [one] : []
            : await connections.ListAsync(cancellationToken);
        return await CollectAsync(printers, ended, cancellationToken);
    }

    private async Task<IReadOnlyList<CollectionOutcome>> CollectAsync(
        IReadOnlyList<RegisteredPrinter> printers, Action<CollectionOutcome> ended, CancellationToken cancellationToken)
    {
        var outcomes = new ConcurrentBag<CollectionOutcome>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Value.PrintersAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(printers, parallel, async (each, cancelled) =>
        {
            var outcome = await CollectAsync(each, cancelled);
            outcomes.Add(outcome);
            ended(outcome);
        });
        return [.. outcomes.OrderBy(outcome => outcome.PrinterName, StringComparer.CurrentCulture).ThenBy(outcome => outcome.PrinterId.Value)];
    }

    private async Task<CollectionOutcome> CollectAsync(RegisteredPrinter printer, CancellationToken cancellationToken)
    {
        if (printer.StoppedBecause is { } decision)
            return Outcome(printer, new(CollectionResult.Paused, 0, 0, 0, decision, []));

        BegunCollection? begun;
        try
        {
            // Its own scope: what one printer leaves behind half-done must not be saved with another's jobs.
            await using var scope = scopes.CreateAsyncScope();
            begun = await scope.ServiceProvider.GetRequiredService<PrinterCollection>().BeginAsync(printer.Id, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception, printer.Id);
            return await EndAsync(printer, await FailAsync(null, cancellationToken), cancellationToken);
        }

        return begun is null
            ? Outcome(printer, new(CollectionResult.AlreadyRunning, 0, 0, 0, null, []))
            : await GoOnAsync(printer, begun, cancellationToken);
    }

    /// <summary>The rest of a collection that was begun.</summary>
    public async Task<CollectionOutcome> GoOnAsync(RegisteredPrinter printer, BegunCollection begun, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(printer);
        try
        {
            return await EndAsync(printer, await RunAsync(printer, begun, cancellationToken), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception, printer.Id);
            return await EndAsync(printer, await FailAsync(begun, cancellationToken), cancellationToken);
        }
    }

    private async Task<CollectionOutcome> EndAsync(RegisteredPrinter printer, CollectionEnd end, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<CollectionPacing>().AfterAsync(printer.Id, end, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // It stays due and is only read too soon.
            LogNotPaced(exception, printer.Id);
        }

        return Outcome(printer, end);
    }

    private async Task<CollectionEnd> RunAsync(RegisteredPrinter printer, BegunCollection begun, CancellationToken cancellationToken)
    {
        using var lost = new CancellationTokenSource();
        using var ended = new CancellationTokenSource();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lost.Token);
        var keeping = options.Value.Lease.KeepAsync(begun.StartedAt, now => TryRenewAsync(begun, now, ended.Token), time, lost, ended.Token);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<PrinterCollection>().RunAsync(printer, begun, cancel.Token);
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
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<CollectionHistory>().RenewAsync(begun.Id, options.Value.Lease.UntilFrom(now), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotRenewed(exception, begun.Id);
            return null;
        }
    }

    private async Task<CollectionEnd> FailAsync(BegunCollection? begun, CancellationToken cancellationToken)
    {
        var end = new CollectionEnd(CollectionResult.Failed, 0, 0, 0, CollectionProblems.NotStored, []);
        if (begun is null)
            return end;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<PrinterCollection>().FailAsync(begun, CollectionProblems.NotStored, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The line stays open; the next collection ends it as interrupted.
            LogNotEnded(exception, begun.Id);
            return end;
        }
    }

    private CollectionOutcome Outcome(RegisteredPrinter printer, CollectionEnd end)
    {
        var sentence = texts.Describe(end.Result, end.NewJobs, end.ChangedJobs, end.UnchangedJobs, end.Problem);
        LogOutcome(printer.Id, end.Result, end.NewJobs, end.ChangedJobs, end.UnchangedJobs, end.Problem?.Code);
        return new(printer.Id, printer.Name, end.Result, end.NewJobs, end.ChangedJobs, end.UnchangedJobs, end.Problem, sentence);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Collection from printer {Printer}: {Result}, {New} new, {Changed} changed, {Unchanged} unchanged, problem {Problem}")]
    private partial void LogOutcome(PrinterId printer, CollectionResult result, int @new, int changed, int unchanged, string? problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Collection from printer {Printer} could not be stored")]
    private partial void LogFailed(Exception exception, PrinterId printer);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of collection {Collection} could not be renewed; it is tried again")]
    private partial void LogNotRenewed(Exception exception, CollectionId collection);

    [LoggerMessage(Level = LogLevel.Error, Message = "The end of collection {Collection} could not be stored")]
    private partial void LogNotEnded(Exception exception, CollectionId collection);

    [LoggerMessage(Level = LogLevel.Warning, Message = "When to read printer {Printer} next could not be stored; it is read with the next round")]
    private partial void LogNotPaced(Exception exception, PrinterId printer);
}
