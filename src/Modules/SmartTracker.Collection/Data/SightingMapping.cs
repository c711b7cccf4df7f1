using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Data;

internal static class SightingMapping
{
    public static SightingRow Row(PrintJobId job, JobOrigin origin, JobSighting sighting) => new()
    {
        PrintJobId = job,
        QueueId = sighting.Key.Queue,
        Modification = sighting.Key.Modification,
        ContentHash = sighting.Key.ContentHash,
        ObservedAt = sighting.ObservedAt,
        CollectionId = origin.CollectionId,
        ImportId = origin.ImportId,
        Figures = sighting.Json,
    };

    public static JobSighting Sighting(SightingRow row) => new(row.QueueId, row.Modification, row.ObservedAt, JobFigures.FromJson(row.Figures));

    public static SightingKey Key(SightingRow row) => new(row.QueueId, row.Modification, row.ContentHash);

    /// <summary>What a job that one import alone has seen says of itself.</summary>
    public static JobSighting OwnSighting(PrintJobRow row) =>
        new(JobSighting.ImportQueue, 0, row.FirstSeenAt, JobFigures.FromJson(row.Figures));
}
