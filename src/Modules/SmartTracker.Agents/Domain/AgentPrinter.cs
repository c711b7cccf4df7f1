using NodaTime;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Agents.Domain;

/// <summary>A printer that an agent reads, or did read.</summary>
public sealed class AgentPrinter
{
    private AgentPrinter()
    {
    }

    public Guid Id { get; private set; }

    public AgentId AgentId { get; private set; }

    public PrinterId PrinterId { get; private set; }

    public Instant AssignedAt { get; private set; }

    public string AssignedBy { get; private set; } = "";

    /// <summary>Null while the agent reads it.</summary>
    public Instant? ReleasedAt { get; private set; }

    public static AgentPrinter Assign(AgentId agent, PrinterId printer, string by, Instant at) =>
        new() { Id = Guid.CreateVersion7(), AgentId = agent, PrinterId = printer, AssignedBy = by, AssignedAt = at };

    public void Release(Instant at) => ReleasedAt ??= at;

    /// <summary>Whether a visit still counts: one from before the printer was taken away may have waited in the outbox.</summary>
    public bool Takes(Instant visitedAt, Instant now, Duration late) =>
        ReleasedAt is not { } released || (visitedAt <= released && now - released <= late);
}
