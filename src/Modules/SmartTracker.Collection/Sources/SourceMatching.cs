using NodaTime;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Sources;

/// <summary>Looks for the jobs of a list among those that other sources brought, before they are stored and inside the caller's transaction: the same log from
/// two sources gives the same jobs. Costs one statement while a device has one source.</summary>
public sealed class SourceMatching(JobSources sources, SecondListingStore listings, KnownPrintJobs known, GapStore gaps)
{
    /// <param name="seen">Of one source.</param>
    /// <param name="isSwitched">Another protocol read the printer until now.</param>
    public async Task<SortedListings> SortAsync(IReadOnlyList<SeenJob> seen, bool isSwitched, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var sorted = new SortedListings();
        if (seen.Count == 0)
            return sorted;
        var source = seen[0].Origin.Source ?? throw new ArgumentException("Nobody says where the jobs come from.", nameof(seen));
        var shared = await sources.NoteAsync(seen.Select(job => job.Origin.SerialNumber), source, cancellationToken);
        // In their order: rows that come as they were counted are cheap to index.
        sorted.ToStore.AddRange(shared.Count == 0 ? seen : seen.Where(job => !shared.Contains(job.Origin.SerialNumber)));
        foreach (var device in seen.Where(job => shared.Contains(job.Origin.SerialNumber)).GroupBy(job => job.Origin.SerialNumber))
            await SortAsync([.. device.GroupBy(job => job.Identity).Select(job => new Listing([.. job]))], isSwitched, sorted, cancellationToken);

        await listings.SaveAsync(cancellationToken);
        return sorted;
    }

    private async Task SortAsync(List<Listing> device, bool isSwitched, SortedListings sorted, CancellationToken cancellationToken)
    {
        var before = await listings.FindAsync(device[0].Identity.Serial, device.Select(job => job.Identity), cancellationToken);
        var stored = await known.FindAsync([.. device.Select(job => job.Identity).Where(job => !before.ContainsKey(job))], cancellationToken);
        var linked = await JobsAsync(before.Values, cancellationToken);
        var unknown = new List<Listing>();
        foreach (var job in device)
        {
            job.Row = before.GetValueOrDefault(job.Identity);
            if (job.Row is { PrintJobId: { } id, State: SecondListingState.Same })
                Again(job, linked[id], sorted);
            else if (job.Row is { State: SecondListingState.NotCounted } && job.SaysNothingNew)
                sorted.Known += job.Seen.Count;
            else if (job.Row is { State: SecondListingState.Own } || (stored.TryGetValue(job.Identity, out var own) && !(own.Status == PrintJobStatus.Pending && job.Figures.Status != own.Status)))
                sorted.ToStore.AddRange(job.Seen);
            else
                unknown.Add(job);
        }

        if (unknown.Count > 0)
            await MatchAsync(unknown, isSwitched, sorted, cancellationToken);
    }

    private async Task MatchAsync(List<Listing> unknown, bool isSwitched, SortedListings sorted, CancellationToken cancellationToken)
    {
        var origin = unknown[0].Seen[0].Origin;
        var ended = unknown.Select(job => job.EndedAt).Order().ToList();
        var others = await listings.OthersAsync(origin, new Interval(ended[0] - ListMatching.Near, ended[^1] + ListMatching.Near), cancellationToken);
        var stretch = isSwitched ? await listings.StretchAsync(origin, cancellationToken) : null;
        var missed = stretch is null ? [] : await gaps.ListAsync(origin.PrinterId, cancellationToken);
        var found = ListMatching.Of(
            [.. unknown.Select(job => ListedJob.Of(origin.Source, job.Figures))], [.. others.Select(job => ListedJob.Of(job.Source, JobFigures.FromJson(job.Figures)))],
            stretch, at => missed.Any(gap => gap.FromAt <= at && at <= gap.ToAt));
        for (var i = 0; i < unknown.Count; i++)
            Settle(unknown[i], found[i].Known is { } other ? others[other] : null, found[i].Verdict, sorted);
    }

    private void Settle(Listing job, PrintJobRow? same, ListingVerdict verdict, SortedListings sorted)
    {
        // What was asked about once is not taken for new because its neighbours rolled off the list.
        if (verdict == ListingVerdict.New && job.Row is null)
        {
            sorted.ToStore.AddRange(job.Seen);
            return;
        }

        if (job.Row is null)
        {
            listings.Add(job.Row = job.NewRow());
            sorted.Asked += same is null ? job.Seen.Count : 0;
        }

        job.Write(same is null ? SecondListingState.Asked : SecondListingState.Same, same?.Id);
        if (same is null)
            return;
        if (same.Status == PrintJobStatus.Pending)
            sorted.Redirect(job, same);
        else
            sorted.Link(job, same);
    }

    private static void Again(Listing job, PrintJobRow same, SortedListings sorted)
    {
        if (job.SaysNothingNew)
            sorted.Link(job, same);
        else
            sorted.Redirect(job, same);
    }

    private async Task<Dictionary<PrintJobId, PrintJobRow>> JobsAsync(IEnumerable<SecondListingRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.PrintJobId).OfType<PrintJobId>().Distinct().ToList();
        return ids.Count == 0 ? [] : (await listings.JobsAsync(ids, cancellationToken)).ToDictionary(job => job.Id);
    }
}
