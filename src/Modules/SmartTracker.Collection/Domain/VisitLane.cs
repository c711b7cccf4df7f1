namespace SmartTracker.Collection.Domain;

/// <summary>In which queue a printer waits for its turn: those that keep a place for long have places of their own.</summary>
public enum VisitLane
{
    /// <summary>It answered well and soon when it was read last.</summary>
    Prompt,

    /// <summary>It was never read, failed, or took long.</summary>
    Doubtful,
}
