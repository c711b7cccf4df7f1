using SmartTracker.Agent.Files;
using SmartTracker.Protocols.Agent.Plans;

namespace SmartTracker.Agent.Running;

/// <summary>The plan that holds: the last one that the host gave, also after a restart without it.</summary>
public sealed class PlanBook(AgentFolder folder, TimeProvider time)
{
    /// <summary>An agent that nobody has heard of for so long is forgotten: it leaves the printers alone.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(35);

    private volatile StoredPlan? _stored = folder.ReadPlan();

    public string? Tag => _stored?.Tag;

    /// <summary>Null where there is none that holds.</summary>
    public AgentPlan? Current => _stored is { } stored && time.GetUtcNow() - stored.FetchedAt < Longest ? stored.Plan : null;

    public void Renew(AgentPlan plan, string tag) => Keep(new StoredPlan(tag, time.GetUtcNow(), plan));

    /// <summary>The host says that it still holds.</summary>
    public void Confirm()
    {
        if (_stored is { } stored)
            Keep(stored with { FetchedAt = time.GetUtcNow() });
    }

    /// <summary>The host knows this agent no more: no printer is its business, and it needs no password.</summary>
    public void Drop()
    {
        _stored = null;
        folder.DeletePlan();
    }

    private void Keep(StoredPlan plan)
    {
        // A disk that refuses must not keep the agent from obeying.
        _stored = plan;
        folder.WritePlan(plan);
    }
}
