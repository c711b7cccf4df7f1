using SmartTracker.Abstractions.Data;

namespace SmartTracker.Agents.Domain;

/// <summary>Identifies an on-site agent.</summary>
public readonly record struct AgentId(Guid Value) : IEntityId<AgentId>
{
    public static AgentId New() => new(Guid.CreateVersion7());

    public static AgentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
