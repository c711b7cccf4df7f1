using SmartTracker.Abstractions.Data;

namespace SmartTracker.Agents.Domain;

/// <summary>Identifies an invitation of an agent.</summary>
public readonly record struct EnrolmentId(Guid Value) : IEntityId<EnrolmentId>
{
    public static EnrolmentId New() => new(Guid.CreateVersion7());

    public static EnrolmentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
