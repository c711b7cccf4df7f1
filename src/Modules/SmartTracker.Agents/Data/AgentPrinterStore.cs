using Microsoft.EntityFrameworkCore;
using SmartTracker.Agents.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Agents.Data;

/// <summary>Which printers are read through which agent, and what was delivered of them.</summary>
public sealed class AgentPrinterStore(AgentsDbContext context)
{
    /// <summary>What is read through agents now.</summary>
    public async Task<IReadOnlyList<AgentPrinter>> CurrentAsync(CancellationToken cancellationToken) =>
        await context.Printers.Where(printer => printer.ReleasedAt == null).ToListAsync(cancellationToken);

    /// <summary>The agent's newest word about a printer, released or not.</summary>
    public Task<AgentPrinter?> LatestAsync(AgentId agent, PrinterId printer, CancellationToken cancellationToken) =>
        context.Printers.AsNoTracking().Where(row => row.AgentId == agent && row.PrinterId == printer)
            .OrderBy(row => row.ReleasedAt != null).ThenByDescending(row => row.ReleasedAt).FirstOrDefaultAsync(cancellationToken);

    public void Add(AgentPrinter printer) => context.Printers.Add(printer);

    public async Task AddVisitAsync(AgentVisitRow visit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (await context.Visits.AnyAsync(row => row.Id == visit.Id, cancellationToken))
            return;
        context.Visits.Add(visit);
        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<AgentVisitRow>> LatestVisitsAsync(AgentId agent, int count, CancellationToken cancellationToken) =>
        await context.Visits.AsNoTracking().Where(visit => visit.AgentId == agent)
            .OrderByDescending(visit => visit.ReceivedAt).ThenByDescending(visit => visit.Id).Take(count).ToListAsync(cancellationToken);

    /// <summary>When each printer was visited last, by any agent, as far as it has been delivered.</summary>
    public async Task<IReadOnlyDictionary<PrinterId, NodaTime.Instant>> LastVisitsAsync(IReadOnlyCollection<PrinterId> printers, CancellationToken cancellationToken)
    {
        var last = new Dictionary<PrinterId, NodaTime.Instant>();
        foreach (var printer in printers)
        {
            var visit = await context.Visits.AsNoTracking().Where(row => row.PrinterId == printer)
                .OrderByDescending(row => row.VisitedAt).FirstOrDefaultAsync(cancellationToken);
            if (visit is not null)
                last[printer] = visit.VisitedAt;
        }

        return last;
    }

    public Task SaveAsync(CancellationToken cancellationToken) => context.SaveChangesAsync(cancellationToken);
}
