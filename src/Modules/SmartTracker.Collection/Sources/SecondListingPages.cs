using Microsoft.Extensions.Localization;
using NodaTime;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Completeness;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.History;
using SmartTracker.Collection.Jobs;
using SmartTracker.Collection.Views.SecondListings;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Sources;

/// <summary>Gathers what a person sees who says which jobs of a second source are known.</summary>
public sealed class SecondListingPages(
    SecondListingStore listings, IPrinterDirectory directory, CollectionPages pages, ReasonWords reasons, SourceWords sources, JobWords jobs, Formats formats, IStringLocalizer<Texts> t)
{
    private const int MostSuggested = 5;
    private const int MostAsked = 100;
    private const int MostSettled = 100;
    private static readonly Duration Around = Duration.FromDays(1);

    /// <param name="form">Null before it was sent.</param>
    /// <returns>Null where there is no such printer.</returns>
    public async Task<SecondListingPage?> PrinterAsync(PrinterId id, SecondListingForm? form, CancellationToken cancellationToken)
    {
        if (await directory.FindAsync(id, cancellationToken) is not { } printer)
            return null;
        var asked = await listings.ListAsync(id, [SecondListingState.Asked], null, MostAsked + 1, cancellationToken);
        var settled = await listings.ListAsync(id, [SecondListingState.Same, SecondListingState.NotCounted, SecondListingState.Own], null, MostSettled, cancellationToken);
        var lines = new List<AskedListing>();
        foreach (var row in asked.Take(MostAsked))
            lines.Add(new(row.Id, Line(row), await SuggestedAsync(row, cancellationToken), form?.Said(row.Id) ?? ""));
        return new(
            id, printer.Name, lines, asked.Count > MostAsked, [.. settled.Select(Settled)], await pages.MayAsync(CollectionPermissions.Decide), form?.Reason ?? "",
            form is null ? new Dictionary<string, string>() : Faults(lines, form.Reason ?? ""));
    }

    private Dictionary<string, string> Faults(List<AskedListing> lines, string reason)
    {
        var faults = new Dictionary<string, string>();
        if (!lines.Exists(line => SecondListingChoice.Parse(line.Choice) is not null))
            faults["choices"] = t["Choose for at least one job what it is."];
        if (reasons.Fault(reason) is { } wrong)
            faults["reason"] = wrong;
        return faults;
    }

    /// <summary>Jobs of other sources that it may be, the likeliest first.</summary>
    private async Task<IReadOnlyList<SuggestedJob>> SuggestedAsync(SecondListingRow row, CancellationToken cancellationToken)
    {
        var origin = new JobOrigin(row.PrinterId, row.PrinterSerial, row.DeviceEpoch, row.CollectionId, row.ImportId, row.Source);
        var listed = ListedJob.Of(row.Source, JobFigures.FromJson(row.Figures));
        var others = await listings.OthersAsync(origin, new Interval(row.EndedAt - Around, row.EndedAt + Around), cancellationToken);
        return
        [
            .. others.Select(job => (Job: job, Likeness: listed.With(ListedJob.Of(job.Source, JobFigures.FromJson(job.Figures)))))
                .OrderByDescending(each => each.Likeness.Alike - each.Likeness.Unlike)
                .ThenBy(each => each.Job.AccountedAt < row.EndedAt ? row.EndedAt - each.Job.AccountedAt : each.Job.AccountedAt - row.EndedAt)
                .Take(MostSuggested)
                .Select(each => new SuggestedJob(
                    SecondListingChoice.Same(each.Job.Id), t["Known: {0}, {1}", jobs.Title(each.Job.JobName), formats.DateTime(each.Job.AccountedAt)])),
        ];
    }

    private ListingLine Line(SecondListingRow row)
    {
        var figures = JobFigures.FromJson(row.Figures);
        return new(
            jobs.Title(figures.JobName), figures.UserName ?? t["not reported"].Value, row.EndedAt, sources.Word(row.Source),
            figures.MediaAreaMm2 is { } area ? formats.JobArea(new Area(area)) : t["not reported"].Value,
            figures.CopiesPrinted is { } copies ? formats.Count(copies) : t["not reported"].Value);
    }

    private SettledListing Settled(SecondListingRow row) => new(
        row.Id, Line(row), row.PrintJobId,
        row.State switch
        {
            SecondListingState.Own => t["A job of its own"],
            SecondListingState.NotCounted => t["Not counted"],
            _ => t["A known job"],
        },
        row.DecidedBy is { } by ? t["{0} ({1}, {2})", row.Reason!, by, formats.DateTime(row.DecidedAt!.Value)] : t["found by its end, name and figures"],
        row.State != SecondListingState.Own);
}
