using SmartTracker.Protocols.Agent.Plans;

namespace SmartTracker.Agent.Files;

/// <summary>The plan as it lies (sealed) on the disk, for starts without the host.</summary>
/// <param name="FetchedAt">When the host last said that it holds.</param>
public sealed record StoredPlan(string Tag, DateTimeOffset FetchedAt, AgentPlan Plan);
