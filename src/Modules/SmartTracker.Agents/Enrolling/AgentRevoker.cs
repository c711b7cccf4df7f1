using SmartTracker.Abstractions.Data;
using SmartTracker.Agents.Data;
using SmartTracker.Agents.Domain;

namespace SmartTracker.Agents.Enrolling;

/// <summary>Shuts an agent out for good. Its printers are this host's again.</summary>
public sealed class AgentRevoker(ITenantDatabase database, AgentStore agents, AgentPrinterStore printers, TimeProvider time)
{
    /// <returns>Null where there is no such agent.</returns>
    public async Task<Agent?> RevokeAsync(AgentId id, string by, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (await agents.FindAsync(id, cancellationToken) is not { } agent)
            return null;
        var now = time.Now();
        agent.Revoke(by, now);
        foreach (var printer in (await printers.CurrentAsync(cancellationToken)).Where(printer => printer.AgentId == id))
            printer.Release(now);
        await agents.SaveAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return agent;
    }
}
