using NodaTime;
using SmartTracker.Agents.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Agents.Data;

/// <summary>A row of <c>agent_visits</c>: who delivered what. The id is also that of the collection.</summary>
public sealed class AgentVisitRow
{
    public Guid Id { get; set; }
    public AgentId AgentId { get; set; }
    public PrinterId PrinterId { get; set; }

    /// <summary>By the agent's clock.</summary>
    public Instant VisitedAt { get; set; }

    public Instant ReceivedAt { get; set; }
}
