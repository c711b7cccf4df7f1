using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Agents.Data;
using SmartTracker.Agents.Domain;

namespace SmartTracker.Agents.Pages;

/// <summary>Tells the overview of agents that are silent or warn of something.</summary>
public sealed class AgentAttention(AgentStore agents, AgentWords words, AgentPages pages, IStringLocalizer<Texts> t) : IAttentionSource
{
    public async Task<IReadOnlyList<Attention>> GetAsync(CancellationToken cancellationToken)
    {
        if (!await pages.MayAsync(AgentPermissions.View))
            return [];
        return [.. (await agents.ListAsync(cancellationToken)).Where(agent => !agent.IsRevoked).Select(About).OfType<Attention>()];
    }

    private Attention? About(Agent agent) => words.Warnings(agent) is [var first, ..]
        ? new Attention(words.State(agent).Mark == "bad" ? "bad" : "warn", t["On-site agent {0}", agent.Name], first, t["Open {0}", agent.Name], $"~/admin/agents/{agent.Id}")
        : null;
}
