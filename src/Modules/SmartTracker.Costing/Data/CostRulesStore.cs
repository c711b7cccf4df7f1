using Microsoft.EntityFrameworkCore;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Costing.Data;

public sealed class CostRulesStore(CostingDbContext context)
{
    /// <summary>All versions of all scopes. A tenant publishes a handful a year.</summary>
    public Task<List<StoredCostRule>> ListAsync(CancellationToken cancellationToken) =>
        context.CostRules.AsNoTracking().ToListAsync(cancellationToken);

    public Task<StoredCostRule?> FindAsync(CostRuleId id, CancellationToken cancellationToken) =>
        context.CostRules.AsNoTracking().SingleOrDefaultAsync(rule => rule.Id == id, cancellationToken);

    /// <summary>The versions of one scope: a printer's, or the tenant's where <paramref name="printer"/> is null.</summary>
    public Task<List<StoredCostRule>> OfScopeAsync(PrinterId? printer, CancellationToken cancellationToken) =>
        context.CostRules.AsNoTracking().Where(rule => rule.PrinterId == printer).OrderBy(rule => rule.Version).ToListAsync(cancellationToken);

    public async Task AddAsync(StoredCostRule rule, CancellationToken cancellationToken)
    {
        context.CostRules.Add(rule);
        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }
}
