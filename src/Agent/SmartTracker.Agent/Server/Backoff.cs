namespace SmartTracker.Agent.Server;

/// <summary>How long to wait before the host is called again: twice as long each time up to a limit, and a random part, so that a thousand agents
/// do not come together when the host is back.</summary>
public static class Backoff
{
    public static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <param name="failures">In a row; at least 1.</param>
    /// <param name="chance">From 0 to 1.</param>
    public static TimeSpan After(int failures, double chance)
    {
        var doubled = First * Math.Pow(2, Math.Min(failures - 1, 30));
        var wait = doubled < Longest ? doubled : Longest;
        return wait * (0.75 + 0.5 * chance);
    }
}
