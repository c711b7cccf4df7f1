using NodaTime;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Sources;

/// <summary>A job of a list that another source may have brought before.</summary>
internal sealed class Listing(List<SeenJob> seen)
{
    public List<SeenJob> Seen { get; } = seen;

    public JobIdentity Identity => Seen[0].Identity;

    public JobFigures Figures { get; } = JobHistory.Of(seen.Select(job => job.Sighting)).Current;

    /// <summary>What is known of it as a second listing, or null.</summary>
    public SecondListingRow? Row { get; set; }

    public Instant EndedAt => Figures.CompletedAt is { } ended ? Instant.FromDateTimeOffset(ended) : Seen.Min(job => job.Sighting.ObservedAt);

    /// <summary>Compared with what it said when it was found to be known.</summary>
    public bool SaysNothingNew => Row is not null && Figures.Uses(JobFigures.FromJson(Row.Figures));

    public SecondListingRow NewRow()
    {
        var (origin, latest) = (Seen[0].Origin, Seen.MaxBy(job => job.Sighting.ObservedAt)!.Sighting);
        return new SecondListingRow
        {
            Id = Guid.CreateVersion7(),
            PrinterId = origin.PrinterId,
            PrinterSerial = origin.SerialNumber,
            DeviceEpoch = origin.DeviceEpoch,
            DeviceJobId = Identity.DeviceJobId,
            Source = origin.Source!,
            QueueId = latest.Queue,
            Modification = latest.Modification,
            ObservedAt = latest.ObservedAt,
            CollectionId = origin.CollectionId,
            ImportId = origin.ImportId,
            EndedAt = EndedAt,
            Figures = "",
        };
    }

    /// <summary>Without a person.</summary>
    public void Write(SecondListingState state, PrintJobId? job)
    {
        var row = Row!;
        (row.State, row.PrintJobId, row.EndedAt, row.Figures) = (state, job, EndedAt, Figures.ToJson());
        (row.Reason, row.DecidedBy, row.DecidedAt) = (null, null, null);
    }

    /// <summary>As words about the known job.</summary>
    public IEnumerable<SeenJob> As(PrintJobRow job) => Seen.Select(seen =>
        new SeenJob(seen.Origin with { SerialNumber = job.PrinterSerial, DeviceEpoch = job.DeviceEpoch }, job.DeviceJobId, seen.Sighting));
}
