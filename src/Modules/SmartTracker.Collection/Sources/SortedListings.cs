using SmartTracker.Collection.Data;

namespace SmartTracker.Collection.Sources;

/// <summary>What is to be done with the jobs of a list.</summary>
public sealed class SortedListings
{
    /// <summary>New ones, ones that this source brought before, and what a second source newly says of known ones.</summary>
    public List<SeenJob> ToStore { get; } = [];

    /// <summary>Found to be known from another source; nothing is to be stored.</summary>
    public int Known { get; set; }

    /// <summary>For the first time a person has to say whether they are known.</summary>
    public int Asked { get; set; }

    /// <summary>Device ids of the known jobs that the list holds.</summary>
    public HashSet<string> KnownIds { get; } = new(StringComparer.Ordinal);

    internal void Link(Listing job, PrintJobRow known)
    {
        Known += job.Seen.Count;
        KnownIds.Add(known.DeviceJobId);
    }

    internal void Redirect(Listing job, PrintJobRow known)
    {
        ToStore.AddRange(job.As(known));
        KnownIds.Add(known.DeviceJobId);
    }
}
