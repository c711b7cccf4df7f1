using NodaTime;
using SmartTracker.Abstractions.Security;

namespace SmartTracker.Agents.Domain;

/// <summary>A program on a customer's site that reads printers in this host's place. Its key is shown to it once and kept as a hash.</summary>
public sealed class Agent
{
    private Agent()
    {
    }

    public AgentId Id { get; private set; }

    public string Name { get; private set; } = "";

    public string PublicId { get; private set; } = "";

    public byte[] SecretHash { get; private set; } = [];

    public Instant EnrolledAt { get; private set; }

    public Instant? RevokedAt { get; private set; }

    public string? RevokedBy { get; private set; }

    public string? Version { get; private set; }

    public string? Platform { get; private set; }

    public Instant? LastContactAt { get; private set; }

    /// <summary>How far the agent's clock is ahead of ours.</summary>
    public long? ClockSkewMilliseconds { get; private set; }

    public int? WaitingVisits { get; private set; }

    public long? WaitingBytes { get; private set; }

    public Instant? OldestVisitAt { get; private set; }

    public int? SetAside { get; private set; }

    /// <summary>Codes apart by line feeds.</summary>
    public string WarningList { get; private set; } = "";

    public IReadOnlyList<string> Warnings => WarningList.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public bool IsRevoked => RevokedAt is not null;

    public static Agent Enrol(AgentId id, string name, KeyText key, string version, string platform, Instant at)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new Agent
        {
            Id = id,
            Name = name,
            PublicId = key.PublicId,
            SecretHash = key.Hash(),
            EnrolledAt = at,
            Version = version,
            Platform = platform,
        };
    }

    /// <summary>A revoked key never comes back.</summary>
    public void Revoke(string by, Instant at)
    {
        if (IsRevoked)
            return;
        RevokedAt = at;
        RevokedBy = by;
    }

    public void Reported(AgentCondition condition, Instant at)
    {
        ArgumentNullException.ThrowIfNull(condition);
        LastContactAt = at;
        ClockSkewMilliseconds = (long)(condition.Clock - at).TotalMilliseconds;
        Version = condition.Version;
        Platform = condition.Platform;
        WaitingVisits = condition.WaitingVisits;
        WaitingBytes = condition.WaitingBytes;
        OldestVisitAt = condition.OldestVisitAt;
        SetAside = condition.SetAside;
        WarningList = string.Join('\n', condition.Warnings);
    }

    /// <summary>Stands until the next report.</summary>
    public void Warn(string warning)
    {
        if (!Warnings.Contains(warning))
            WarningList = string.Join('\n', Warnings.Append(warning));
    }
}

/// <summary>What an agent says of itself.</summary>
public sealed record AgentCondition(
    string Version, string Platform, Instant Clock, int WaitingVisits, long WaitingBytes, Instant? OldestVisitAt, int SetAside, IReadOnlyList<string> Warnings);
