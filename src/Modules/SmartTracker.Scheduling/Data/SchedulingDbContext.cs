using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;
using SmartTracker.Scheduling.Domain;

namespace SmartTracker.Scheduling.Data;

/// <summary>Due work of all tenants. Used in the Default tenant's database only; elsewhere the tables stay empty.</summary>
public sealed class SchedulingDbContext(DbContextOptions<SchedulingDbContext> options, ITenantDatabase database)
    : ModuleDbContext(options, database)
{
    public DbSet<DueWork> DueWork => Set<DueWork>();

    public DbSet<RegisteredTenant> RegisteredTenants => Set<RegisteredTenant>();

    protected override void Configure(ModelBuilder model)
    {
        var work = model.Entity<DueWork>();
        work.ToTable("due_work");
        work.HasKey(row => new { row.Tenant, row.Work });
        work.Ignore(row => row.Every);

        var tenant = model.Entity<RegisteredTenant>();
        tenant.ToTable("due_work_tenants");
        tenant.HasKey(row => row.Tenant);
    }
}
