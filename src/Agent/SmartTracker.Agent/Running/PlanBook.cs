using SmartTracker.Agent.Files;
using SmartTracker.Protocols.Agent.Plans;

namespace SmartTracker.Agent.Running;

/// <summary>The plan that holds: the last one that the host gave, also after a restart without it.</summary>
public sealed class PlanBook(AgentFolder folder, TimeProvider time)
{
    /// <summary>An agent that nobody has heard of for so long is forgotten: it leaves the printers alone.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(35);

    /// <summary>How old the note of the last word may be on the disk; each is a write to it.</summary>
    private static readonly TimeSpan NoteEvery = TimeSpan.FromHours(1);

    private volatile StoredPlan? _stored = folder.ReadPlan();
    private DateTimeOffset _notedAt;

    public string? Tag => _stored?.Tag;

    /// <summary>Null where there is none that holds.</summary>
    public AgentPlan? Current => _stored is { } stored && time.GetUtcNow() - stored.FetchedAt < Longest ? stored.Plan : null;

    public void Renew(AgentPlan plan, string tag) => Keep(new StoredPlan(tag, time.GetUtcNow(), plan));

    /// <summary>The host says that it still holds.</summary>
    public void Confirm()
    {
        if (_stored is not { } stored)
            return;
        _stored = stored with { FetchedAt = time.GetUtcNow() };
        if ((_stored.FetchedAt - _notedAt).Duration() >= NoteEvery)
            Keep(_stored);
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
        _notedAt = plan.FetchedAt;
    }
}
