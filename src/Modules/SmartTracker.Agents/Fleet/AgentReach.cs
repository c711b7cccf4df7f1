using SmartTracker.Agents.Data;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Agents.Fleet;

/// <summary>Printers that agents read are left alone by this host.</summary>
public sealed class AgentReach(AgentStore agents, AgentPrinterStore printers) : IPrinterReach
{
    public async Task<IReadOnlyDictionary<PrinterId, string>> ReadersAsync(CancellationToken cancellationToken)
    {
        var current = await printers.CurrentAsync(cancellationToken);
        if (current.Count == 0)
            return new Dictionary<PrinterId, string>();
        var names = (await agents.ListAsync(cancellationToken)).ToDictionary(agent => agent.Id, agent => agent.Name);
        return current.ToDictionary(printer => printer.PrinterId, printer => names[printer.AgentId]);
    }

    public Task<bool> ReachesFurtherAsync(CancellationToken cancellationToken) => agents.AnyActiveAsync(cancellationToken);
}
