namespace SmartTracker.Agent.Server;

/// <summary>What came of a call to the host.</summary>
public enum HostAnswer
{
    /// <summary>Done. A visit is stored, now or before.</summary>
    Done,

    /// <summary>The plan is as it was.</summary>
    Unchanged,

    /// <summary>The host is there, but not for this, not now.</summary>
    Later,

    /// <summary>Never: sending it again would change nothing.</summary>
    Refused,

    /// <summary>The agent's key lets nobody in any more.</summary>
    KeyRefused,

    /// <summary>Nobody answers, or somebody in between.</summary>
    Away,
}

/// <param name="Sentence">What to tell people; null where all is well.</param>
public sealed record HostReply<T>(HostAnswer Answer, T? Value, string? Sentence)
    where T : class;
