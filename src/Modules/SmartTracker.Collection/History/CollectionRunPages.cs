using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Collection.Collecting;
using SmartTracker.Collection.Views.Collections;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.History;

/// <summary>Starts a collection and words how far it is.</summary>
public sealed class CollectionRunPages(
    CollectionRuns runs, IPrinterConnections connections, CollectionTexts texts, Formats formats, IStringLocalizer<Texts> t)
{
    /// <summary>Null where there is no such printer to read.</summary>
    public async Task<CollectionRun?> StartAsync(PrinterId? printer, CancellationToken cancellationToken)
    {
        if (printer is not { } id)
            return runs.Start(null, [.. (await connections.ListAsync(cancellationToken)).Select(each => each.Name)]);
        return await connections.FindAsync(id, cancellationToken) is { } one ? runs.Start(printer, [one.Name]) : null;
    }

    public CollectionRunPage? Find(Guid id)
    {
        if (runs.Find(id) is not { } run)
            return null;
        // Asked before the outcomes: a run that is over is shown with all of them.
        var (isOver, brokeOff) = (run.IsOver, run.BrokeOff);
        var outcomes = run.Outcomes;
        return new CollectionRunPage(
            run.Id, run.Printer is null ? t["Collecting from all printers"] : t["Collecting from {0}", run.Printers[0]],
            outcomes.Count, run.Printers.Count, isOver, brokeOff, Sentence(isOver, brokeOff, outcomes.Count, run.Printers.Count), Lines(run, isOver, outcomes), PathBack(run));
    }

    /// <summary>All outcomes in one paragraph.</summary>
    public string Summary(CollectionRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Printers.Count == 0
            ? t["There is no printer to collect from."]
            : string.Join(' ', run.Outcomes.Select(outcome => t["{0}: {1}", outcome.PrinterName, Describe(outcome)].Value));
    }

    public static string PathBack(CollectionRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Printer is { } printer ? $"~/admin/printers/{printer}" : "~/admin/collections";
    }

    private string Sentence(bool isOver, bool brokeOff, int done, int all) => (isOver, brokeOff) switch
    {
        (true, true) => t["It broke off; the log has the reason. What was read is stored, the next collection asks for the rest."],
        (true, false) => all == 1 ? t["Done."] : t["All {0} printers were asked.", formats.Count(all)],
        _ => all == 1
            ? t["The printer is being read. You may leave this page; the collection goes on."]
            : t["{0} of {1} printers are read. You may leave this page; the collection goes on.", formats.Count(done), formats.Count(all)],
    };

    private IReadOnlyList<CollectionRunLine> Lines(CollectionRun run, bool isOver, IReadOnlyList<CollectionOutcome> outcomes)
    {
        var ended = outcomes.Select(outcome => new CollectionRunLine(outcome.PrinterName, CollectionTexts.Mark(outcome.Result), Describe(outcome)));
        var open = run.Printers.Except(outcomes.Select(outcome => outcome.PrinterName))
            .Select(name => new CollectionRunLine(name, "off", isOver ? t["not read"] : t["is being read or waits its turn"]));
        return [.. ended, .. open];
    }

    // In the language of the reader, whoever started it.
    private string Describe(CollectionOutcome outcome) =>
        texts.Describe(outcome.Result, outcome.NewJobs, outcome.ChangedJobs, outcome.UnchangedJobs, outcome.Problem);
}
