using NodaTime;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>A collection that holds the lease of its printer.</summary>
public sealed record BegunCollection(CollectionId Id, PrinterId Printer, Instant StartedAt)
{
    /// <summary>Where the last collection that was stored ended, or null.</summary>
    public string? Cursor { get; init; }

    /// <summary>Null where the printer was never read.</summary>
    public PaceRow? Pace { get; init; }

    /// <summary>The one before, where the program ended with it.</summary>
    public CollectionId? CutOff { get; init; }

    /// <summary>What somebody else fetched and the archive has; null where the printer is still to be asked.</summary>
    public FetchedPrinter? Visited { get; init; }

    public Instant? VisitedAt { get; init; }

    /// <summary>Its answer may be one that could not be taken in before.</summary>
    public bool IsDoubtful => CutOff is not null || Pace is { Failures: > 0 };
}
