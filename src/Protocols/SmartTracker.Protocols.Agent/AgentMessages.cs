using System.Text;

namespace SmartTracker.Protocols.Agent;

/// <param name="Token">One-time, from the tenant's pages.</param>
/// <param name="Version">The agent's.</param>
/// <param name="Platform">Operating system and machine name, for people.</param>
public sealed record EnrolmentRequest(string Token, string Version, string Platform)
{
    private bool PrintMembers(StringBuilder text)
    {
        text.Append(Version);
        return true;
    }
}

/// <param name="Name">What the tenant's people call the agent.</param>
/// <param name="Site">What the tenant is called.</param>
/// <param name="Key">The agent's own; shown this once.</param>
public sealed record EnrolmentAnswer(Guid AgentId, string Name, string Site, string Key)
{
    // A record prints all its members; this one holds a secret.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append(Name);
        return true;
    }
}

/// <summary>How an agent is.</summary>
/// <param name="At">Its clock when it said so.</param>
/// <param name="WaitingVisits">In its outbox.</param>
/// <param name="OldestVisitAt">Of those that wait; null where none does.</param>
/// <param name="SetAside">Visits that the host refused for good and that lie beside the outbox.</param>
/// <param name="Warnings">Codes of <see cref="AgentWarnings"/>.</param>
public sealed record AgentReport(
    string Version, string Platform, DateTimeOffset At, int WaitingVisits, long WaitingBytes, DateTimeOffset? OldestVisitAt, int SetAside, IReadOnlyList<string> Warnings);

/// <summary>What an agent warns of. Stable: others word them.</summary>
public static class AgentWarnings
{
    /// <summary>The outbox has reached its size; no printer is asked until it shrinks.</summary>
    public const string OutboxFull = "outboxFull";

    /// <summary>Visits could not be written to the disk; no printer is asked meanwhile.</summary>
    public const string DiskRefuses = "diskRefuses";

    /// <summary>The plan names printers that the agent's own list of networks does not allow.</summary>
    public const string NotAllowedHere = "notAllowedHere";

    /// <summary>Said by the host: names are withheld here and this version cannot, so it is given no work.</summary>
    public const string KeepsNames = "keepsNames";
}

/// <summary>What became of a visit.</summary>
public sealed record VisitReceipt(string Result)
{
    public const string Stored = "stored";

    /// <summary>It had been stored before; nothing was added.</summary>
    public const string Known = "known";
}
