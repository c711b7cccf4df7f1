namespace SmartTracker.Collection.Domain;

/// <summary>How a collection ended.</summary>
public enum CollectionResult
{
    Running,

    /// <summary>The printer's whole list of changes arrived and is stored.</summary>
    Complete,

    /// <summary>Something went wrong on the way; what arrived whole is stored and the rest is asked for again.</summary>
    Partial,

    /// <summary>Nothing was stored.</summary>
    Failed,

    /// <summary>The program ended while it ran.</summary>
    Interrupted,

    /// <summary>Not begun: a person has to decide something first. Not kept in the history.</summary>
    Paused,

    /// <summary>Not begun: another collection from this printer is running. Not kept in the history.</summary>
    AlreadyRunning,
}
