using System.Collections.Concurrent;
using SmartTracker.Protocols.Agent;

namespace SmartTracker.Agent.Running;

/// <summary>What the agent has to warn of, gathered from its parts.</summary>
public sealed class AgentHealth
{
    private readonly ConcurrentDictionary<Guid, bool> _notAllowed = new();

    /// <summary>When the host answered last.</summary>
    public DateTimeOffset? LastContactAt { get; set; }

    /// <summary>Why the host does not answer now.</summary>
    public string? HostProblem { get; set; }

    public bool OutboxIsFull { get; set; }

    public bool DiskRefuses { get; set; }

    /// <summary>Codes of <see cref="AgentWarnings"/>.</summary>
    public IReadOnlyList<string> Warnings =>
    [
        .. OutboxIsFull ? [AgentWarnings.OutboxFull] : Array.Empty<string>(),
        .. DiskRefuses ? [AgentWarnings.DiskRefuses] : Array.Empty<string>(),
        .. _notAllowed.IsEmpty ? Array.Empty<string>() : [AgentWarnings.NotAllowedHere],
    ];

    public void Visited(Guid printer, bool allowed)
    {
        if (allowed)
            _notAllowed.TryRemove(printer, out _);
        else
            _notAllowed[printer] = true;
    }

    /// <summary>What was said of printers that are not in the plan any more is over.</summary>
    public void Plans(IEnumerable<Guid> printers)
    {
        foreach (var gone in _notAllowed.Keys.Except(printers))
            _notAllowed.TryRemove(gone, out _);
    }

    public static string Sentence(string warning) => warning switch
    {
        AgentWarnings.OutboxFull => "The outbox is full: no printer is asked until visits can be delivered. Nothing was thrown away.",
        AgentWarnings.DiskRefuses => "Visits cannot be written to the disk: no printer is asked until there is room.",
        _ => "The plan names printers that “allow” in agent.json does not list; they are not asked.",
    };
}
