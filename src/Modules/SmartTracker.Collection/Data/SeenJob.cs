using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Data;

/// <summary>Where jobs come from: the device's identity, and the collection or the import that brought them.</summary>
/// <param name="Source">Whose ids they have, see <see cref="JobSource"/>.</param>
public sealed record JobOrigin(
    PrinterId PrinterId, string SerialNumber, int DeviceEpoch, CollectionId? CollectionId, ImportId? ImportId = null, string? Source = null);

public sealed record SeenJob(JobOrigin Origin, string DeviceJobId, JobSighting Sighting)
{
    private PrintJobRow? _row;

    public JobIdentity Identity => new(Origin.SerialNumber, Origin.DeviceEpoch, DeviceJobId);

    /// <summary>What is stored where nothing else is known of the job. Made once.</summary>
    public PrintJobRow Row => _row ??= PrintJobMapping.NewRow(Origin, DeviceJobId, JobHistory.Of([Sighting]));

    /// <inheritdoc cref="JobFigures.KeepingNamesOf"/>
    public SeenJob KeepingNamesOf(JobFigures before)
    {
        var figures = Sighting.Figures.KeepingNamesOf(before);
        return ReferenceEquals(figures, Sighting.Figures) ? this : new SeenJob(Origin, DeviceJobId, new JobSighting(Sighting.Queue, Sighting.Modification, Sighting.ObservedAt, figures));
    }
}

public sealed class StoredJobs
{
    private readonly List<(PrintJobRow Row, SortedList<string, long>? Ink)> _new = [];
    private readonly List<(PrintJobRow Row, SortedList<string, long>? Ink)> _changed = [];

    public int New => _new.Count;

    /// <summary>Jobs whose revision rose.</summary>
    public int Changed => _changed.Count;

    /// <summary>The new and the changed, as others hear of them.</summary>
    public IReadOnlyList<PrintJob> ToTell() => [.. _new.Concat(_changed).Select(job => PrintJobMapping.ToPrintJob(job.Row, job.Ink))];

    public int Unchanged { get; set; }

    /// <summary>How many of the sightings nobody had reported before.</summary>
    public int SightingsAdded { get; set; }

    internal void AddNew(PrintJobRow row, SortedList<string, long>? ink) => _new.Add((row, ink));

    internal void AddChanged(PrintJobRow row, SortedList<string, long>? ink) => _changed.Add((row, ink));
}
