using NodaTime;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Data;

/// <summary>A row of <c>second_listings</c>: under which id a second source lists a job, and what it said then.</summary>
public sealed class SecondListingRow
{
    public Guid Id { get; set; }
    public PrinterId PrinterId { get; set; }
    public required string PrinterSerial { get; set; }
    public int DeviceEpoch { get; set; }
    public required string DeviceJobId { get; set; }
    public required string Source { get; set; }
    public SecondListingState State { get; set; }

    /// <summary>The known job, or the one that it became. Null while it is asked about, and where it does not count.</summary>
    public PrintJobId? PrintJobId { get; set; }

    /// <summary>Decides its month; when it was first seen, where it has no end.</summary>
    public Instant EndedAt { get; set; }

    public required string QueueId { get; set; }
    public long Modification { get; set; }
    public Instant ObservedAt { get; set; }
    public CollectionId? CollectionId { get; set; }
    public ImportId? ImportId { get; set; }

    /// <summary>As the source said them when it was last asked about. What it says differently later is news of the job.</summary>
    public required string Figures { get; set; }

    public string? Reason { get; set; }

    /// <summary>Null while it is asked about, and where it was found to be known without a person.</summary>
    public string? DecidedBy { get; set; }

    public Instant? DecidedAt { get; set; }

    public JobIdentity Identity => new(PrinterSerial, DeviceEpoch, DeviceJobId);
}
