using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;
using SmartTracker.Agents.Data;
using SmartTracker.Agents.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Agents.Fleet;

/// <summary>Says which printers an agent reads. A printer has one reader: assigned here it is taken from another agent.</summary>
public sealed class PrinterAssigner(ITenantDatabase database, AgentStore agents, AgentPrinterStore printers, IPrinterDirectory directory, TimeProvider time)
{
    /// <summary>Exactly these, of those that exist.</summary>
    /// <returns>False where there is no such agent, it is revoked, or somebody else assigned at the same moment.</returns>
    public async Task<bool> AssignAsync(AgentId id, IReadOnlyCollection<PrinterId> wanted, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var known = (await directory.ListAsync(cancellationToken)).Where(printer => printer is { IsArchived: false, IsNetworked: true }).Select(printer => printer.Id).ToHashSet();
        var now = time.Now();
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (await agents.FindAsync(id, cancellationToken) is not { IsRevoked: false })
            return false;
        var current = await printers.CurrentAsync(cancellationToken);
        foreach (var row in current.Where(row => row.AgentId == id != wanted.Contains(row.PrinterId)))
            row.Release(now);
        // First the release: for a moment the printer would have two readers.
        await printers.SaveAsync(cancellationToken);
        var mine = current.Where(row => row.AgentId == id && row.ReleasedAt is null).Select(row => row.PrinterId).ToHashSet();
        foreach (var printer in wanted.Where(known.Contains).Distinct().Where(printer => !mine.Contains(printer)))
            printers.Add(AgentPrinter.Assign(id, printer, by, now));
        try
        {
            await printers.SaveAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            return false;
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
