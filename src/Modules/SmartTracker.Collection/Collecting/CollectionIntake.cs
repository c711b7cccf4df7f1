using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>Interprets what is in the archive and stores it, all of one printer in one transaction.</summary>
public sealed class CollectionIntake(
    ITenantDatabase database,
    Interpretation interpretation,
    JobIntake intake,
    StateIntake stateIntake,
    UnreadAnswers unread,
    CollectionEnding ending,
    IPrinterConnections connections,
    TimeProvider time)
{
    /// <exception cref="StateNotTakenInException">It may be tried again without the state.</exception>
    public async Task<CollectionEnd> TakeInAsync(BegunCollection begun, FetchedPrinter fetched, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(begun);
        ArgumentNullException.ThrowIfNull(fetched);
        if (fetched.Refusal is { } refusal)
            return await ending.FailAsync(begun, refusal, cancellationToken);

        PrinterState? state = null;
        await OfStateAsync(fetched, async () => state = await interpretation.StateAsync(fetched, cancellationToken));
        var observation = await interpretation.JobsAsync(fetched, cancellationToken) ?? new PrinterObservation { Identity = state?.Identity };
        var failure = fetched.Fetch.Failure ?? observation.Failure;
        var problem = failure is null ? null : CollectionProblems.Of(failure);
        var key = fetched.Fetch.Certificate?.Key;
        var at = ContactAt(begun);

        await using var transaction = await database.BeginAsync(cancellationToken);
        var printer = fetched.Printer;
        if (observation.Identity is not null)
        {
            if (await connections.AnsweredAsync(printer, Answering(fetched, observation), at, cancellationToken) is { } stranger)
            {
                var refused = new CollectionEnd(CollectionResult.Failed, 0, 0, 0, stranger, observation.Problems);
                await ending.EndAsync(begun, refused, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return refused;
            }

            printer = printer with { PinnedKey = printer.PinnedKey ?? key };
        }

        var end = fetched.Reader is null
            ? StateOnly(fetched)
            : AfterPasswordRefusal(fetched, await intake.TakeInAsync(printer, begun.Id, fetched.Fetch, observation, problem, cancellationToken));
        if (state is not null)
            await OfStateAsync(fetched, () => stateIntake.TakeInAsync(printer, observation.Identity?.SerialNumber, fetched.States, state, cancellationToken));

        if (end.Problem is not null)
            await connections.FailedAsync(printer, end.Problem, key, at, cancellationToken);
        end = await RememberAsync(begun, fetched, observation, end, cancellationToken) with { Took = fetched.Took };
        await ending.EndAsync(begun, end, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return end;
    }

    // What a printer says of its state must not keep its jobs out of the books.
    private async Task OfStateAsync(FetchedPrinter fetched, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (fetched.Reader is not null && CollectionExceptions.Fault(exception, database) is not null)
        {
            throw new StateNotTakenInException(exception);
        }
    }

    private static AnsweringPrinter Answering(FetchedPrinter fetched, PrinterObservation observation) =>
        new(observation.Identity!.SerialNumber, observation.Identity.Model, observation.Identity.Firmware, fetched.Fetch.Certificate?.Key)
        {
            Certificate = fetched.Fetch.Certificate,
            FirmwareReleasedAt = observation.Identity.FirmwareReleasedAt,
            DeviceTime = observation.Coverage?.DeviceTime,
            DeviceTimeReadAt = (fetched.Reader is null ? fetched.Answers.Last().Answer : fetched.Fetch.Answers[^1]).ReceivedAt,
        };

    private static CollectionEnd StateOnly(FetchedPrinter fetched)
    {
        var failure = fetched.States.Select(state => state.Fetch.Failure).OfType<ReaderFailure>().FirstOrDefault();
        var problem = failure is not null ? CollectionProblems.Of(failure) : fetched.States.Count == 0 ? CollectionProblems.NoReader(fetched.Printer.Protocol) : null;
        return new(problem is null ? CollectionResult.Complete : CollectionResult.Failed, 0, 0, 0, problem, []);
    }

    /// <summary>A printer may give its jobs to anybody and ask for the password elsewhere. Refused there, it must not be tried at every visit:
    /// the printer would lock its administrator out. An SNMP agent has secrets of its own and locks nobody out.</summary>
    private static CollectionEnd AfterPasswordRefusal(FetchedPrinter fetched, CollectionEnd end) =>
        end.Problem is null && StateFetching.Refusal(fetched.States) is { } refused
            ? end with { Result = CollectionResult.Partial, Problem = CollectionProblems.Of(refused) }
            : end;

    /// <summary>Nonsense that comes again and again is set aside; a good answer ends all trouble.</summary>
    private async Task<CollectionEnd> RememberAsync(
        BegunCollection begun, FetchedPrinter fetched, PrinterObservation observation, CollectionEnd end, CancellationToken cancellationToken)
    {
        if (end.Result == CollectionResult.Complete && begun.IsDoubtful)
            await unread.ForgetAsync(begun.Printer, cancellationToken);
        if (fetched.Fetch.Failure is not null || observation.Failure?.Code != ReaderFailureCode.Nonsense || RawArchive.Digest(fetched.Fetch.Answers) is not { } digest)
            return end;
        var after = await unread.AddAsync(begun.Printer, begun.Id, digest, AnswerFault.Nonsense, time.Now(), cancellationToken);
        return after.IsSetAside ? end with { Problem = CollectionProblems.SetAside } : end;
    }

    // A visit may have been made days ago.
    private Instant ContactAt(BegunCollection begun)
    {
        var now = time.Now();
        return begun.VisitedAt is { } at ? Instant.Min(now, at) : now;
    }
}
