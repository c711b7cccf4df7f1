using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Costing.Data;

public sealed class CostingDbContext(DbContextOptions<CostingDbContext> options, ITenantDatabase database) : ModuleDbContext(options, database)
{
    public DbSet<StoredCostRule> CostRules => Set<StoredCostRule>();

    public DbSet<RatedJob> RatedJobs => Set<RatedJob>();

    protected override void ConfigureIds(IdConventions ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ids.Id<CostRuleId>().Id<PrinterId>().Id<PrintJobId>();
    }

    protected override void Configure(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<StoredCostRule>().ToTable("cost_rules").HasKey(rule => rule.Id);
        model.Entity<RatedJob>(job =>
        {
            job.ToTable("rated_jobs");
            job.HasKey(rated => new { rated.PrintJobId, rated.Revision });
            job.Property(rated => rated.Status).HasConversion(status => RatedStatuses.Name(status), name => RatedStatuses.Parse(name));
        });
    }
}
