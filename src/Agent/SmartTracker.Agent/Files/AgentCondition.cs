namespace SmartTracker.Agent.Files;

/// <summary>How the running agent is, for <c>status</c>.</summary>
/// <param name="LastContactAt">When the host answered last.</param>
/// <param name="HostProblem">Why it does not answer now; null where it does.</param>
/// <param name="Printers">How many the plan names.</param>
/// <param name="Warnings">In words.</param>
public sealed record AgentCondition(DateTimeOffset At, DateTimeOffset? LastContactAt, string? HostProblem, int Printers, IReadOnlyList<string> Warnings)
{
    /// <summary>Whether nothing but times is different.</summary>
    public bool SaysAs(AgentCondition other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return LastContactAt.HasValue == other.LastContactAt.HasValue && HostProblem == other.HostProblem && Printers == other.Printers && Warnings.SequenceEqual(other.Warnings);
    }
}
