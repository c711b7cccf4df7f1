using NodaTime;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Sources;
using SmartTracker.PrinterReaders;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>Takes what a printer said into the books, inside the caller's transaction: jobs, coverage, and whoever takes part (prices).</summary>
public sealed class JobIntake(PrintJobStore jobs, CoverageStore coverage, SourceMatching sources, IEnumerable<IPrintJobsStored> participants)
{
    /// <param name="problem">What went wrong on the way, or null.</param>
    public async Task<CollectionEnd> TakeInAsync(
        RegisteredPrinter printer,
        CollectionId collection,
        PrinterFetch fetch,
        PrinterObservation observation,
        PrinterProblem? problem,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(printer);
        ArgumentNullException.ThrowIfNull(observation);
        if (observation.Identity?.SerialNumber is not { Length: > 0 } serial)
            return new(CollectionResult.Failed, 0, 0, 0, problem ?? CollectionProblems.NoSerialNumber, observation.Problems);
        if (observation.Coverage is not { } covered)
            return new(CollectionResult.Failed, 0, 0, 0, problem ?? CollectionProblems.NoJobList, observation.Problems);

        var origin = new JobOrigin(printer.Id, serial, printer.DeviceEpoch, collection, Source: printer.Protocol);
        var observedAt = AnswerTime.Of(fetch.Answers);
        var seen = observation.Jobs.Select(job => Seen(Life(origin, printer, job), job, covered.Queue, observedAt)).ToList();
        var isSwitched = await coverage.SourceAsync(printer.Id, cancellationToken) is { } before && before != printer.Protocol;
        var sorted = await sources.SortAsync(seen, isSwitched, cancellationToken);
        var anyJobs = await jobs.AnyAsync(origin, cancellationToken);
        // What the first half of a broken answer brought does not show that the list reaches back.
        var anyKnown = anyJobs && await coverage.KnownUntilAsync(printer.Id, cancellationToken) is { } until
            && await jobs.AnyKnownAsync(origin, [.. sorted.ToStore.Select(job => job.DeviceJobId).Union(sorted.KnownIds)], until, cancellationToken);

        var stored = await jobs.StoreAsync(sorted.ToStore, cancellationToken);
        await TellAsync(stored, cancellationToken);

        // After half a document the same changes are asked for again.
        var isWhole = problem is null && observation.IsComplete;
        if (isWhole)
        {
            var whole = CoverageSeen.Of(covered.Queue, covered.From, covered.To, covered.ListHolds, seen.Count, anyKnown, observedAt);
            await coverage.AdvanceAsync(printer.Id, printer.Protocol, covered, observation.NextCursor, whole, anyJobs, cancellationToken);
        }

        var result = isWhole ? CollectionResult.Complete : seen.Count > 0 ? CollectionResult.Partial : CollectionResult.Failed;
        return new(result, stored.New, stored.Changed, stored.Unchanged + sorted.Known, isWhole ? null : problem ?? CollectionProblems.NoJobList, observation.Problems)
        {
            ListHolds = covered.ListHolds,
        };
    }

    private async Task TellAsync(StoredJobs stored, CancellationToken cancellationToken)
    {
        if (stored.New + stored.Changed == 0)
            return;
        var told = stored.ToTell();
        foreach (var participant in participants)
            await participant.StoredAsync(told, cancellationToken);
    }

    // A device that was reset may still list jobs of its life before; its numbers begin anew after them.
    private static JobOrigin Life(JobOrigin origin, RegisteredPrinter printer, JobObservation job) =>
        printer.EpochBeganAt is { } began && job.CompletedAt is { } completed && Instant.FromDateTimeOffset(completed) < began && origin.DeviceEpoch > 1
            ? origin with { DeviceEpoch = origin.DeviceEpoch - 1 }
            : origin;

    private static SeenJob Seen(JobOrigin origin, JobObservation job, string queue, Instant observedAt) =>
        new(origin, job.DeviceJobId, new JobSighting(queue, job.ModificationNumber ?? 0, observedAt, JobFiguresReading.Read(job)));
}
