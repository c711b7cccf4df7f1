namespace SmartTracker.Collection.Domain;

/// <summary>What is made of a job that a second source lists of a printer.</summary>
public enum SecondListingState
{
    /// <summary>It may be a known job; until a person has said, it is kept aside and its month is not closed without a reason.</summary>
    Asked,

    /// <summary>A known job.</summary>
    Same,

    /// <summary>A person says that it is a job of its own: it stands among the jobs.</summary>
    Own,

    /// <summary>A person says that it is not to count.</summary>
    NotCounted,
}
