using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Data;

/// <summary>Where jobs come from: the device's identity, and the collection or the import that brought them.</summary>
public sealed record JobOrigin(PrinterId PrinterId, string SerialNumber, int DeviceEpoch, CollectionId? CollectionId, ImportId? ImportId = null);

public sealed record SeenJob(JobOrigin Origin, string DeviceJobId, JobSighting Sighting)
{
    public JobIdentity Identity => new(Origin.SerialNumber, Origin.DeviceEpoch, DeviceJobId);
}

public sealed class StoredJobs
{
    public List<PrintJob> New { get; } = [];

    /// <summary>Jobs whose revision rose.</summary>
    public List<PrintJob> Changed { get; } = [];

    public int Unchanged { get; set; }

    /// <summary>How many of the sightings nobody had reported before.</summary>
    public int SightingsAdded { get; set; }
}
