using SmartTracker.Abstractions.Data;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Registry;

/// <summary>Changes many printers at once. Those that are gone meanwhile are passed over.</summary>
public sealed class FleetEditor(ITenantDatabase database, PrinterStore store, SiteStore sites, PrinterRegistrar registrar)
{
    /// <returns>How many were changed; null where there is no such site.</returns>
    public async Task<int?> StandAtAsync(IEnumerable<PrinterId> ids, SiteId? site, CancellationToken cancellationToken)
    {
        if (site is { } id && await sites.FindAsync(id, cancellationToken) is null)
            return null;
        return await EachAsync(ids, printer => printer.StandAt(site), cancellationToken);
    }

    public Task<int> JoinAsync(IEnumerable<PrinterId> ids, string group, CancellationToken cancellationToken) =>
        EachAsync(ids, printer => printer.Join(group), cancellationToken);

    public async Task<int> RemoveAsync(IEnumerable<PrinterId> ids, CancellationToken cancellationToken)
    {
        var removed = 0;
        await using var transaction = await database.BeginAroundAsync(cancellationToken);
        foreach (var id in ids.Distinct())
            removed += await registrar.RemoveAsync(id, cancellationToken) ? 1 : 0;
        await transaction.CommitAsync(cancellationToken);
        return removed;
    }

    private async Task<int> EachAsync(IEnumerable<PrinterId> ids, Action<Printer> change, CancellationToken cancellationToken)
    {
        var changed = 0;
        await using var transaction = await database.BeginAsync(cancellationToken);
        foreach (var id in ids.Distinct())
        {
            if (await store.LoadAsync(id, cancellationToken) is not { ArchivedAt: null } printer)
                continue;
            change(printer);
            changed++;
        }

        await store.SaveAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return changed;
    }
}
