using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;
using SmartTracker.Agents.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Agents.Data;

public sealed class AgentsDbContext(DbContextOptions<AgentsDbContext> options, ITenantDatabase database) : ModuleDbContext(options, database)
{
    public DbSet<Agent> Agents => Set<Agent>();

    public DbSet<Enrolment> Enrolments => Set<Enrolment>();

    public DbSet<AgentPrinter> Printers => Set<AgentPrinter>();

    public DbSet<AgentVisitRow> Visits => Set<AgentVisitRow>();

    protected override void ConfigureIds(IdConventions ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ids.Id<AgentId>().Id<EnrolmentId>().Id<PrinterId>();
    }

    protected override void Configure(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<Agent>(agent =>
        {
            agent.ToTable("agents").HasKey(known => known.Id);
            agent.Ignore(known => known.Warnings).Ignore(known => known.IsRevoked);
        });
        model.Entity<Enrolment>(enrolment =>
        {
            enrolment.ToTable("agent_enrolments").HasKey(known => known.Id);
            enrolment.HasOne<Agent>().WithMany().HasForeignKey(known => known.AgentId);
        });
        model.Entity<AgentPrinter>(printer =>
        {
            printer.ToTable("agent_printers").HasKey(known => known.Id);
            printer.HasOne<Agent>().WithMany().HasForeignKey(known => known.AgentId);
        });
        model.Entity<AgentVisitRow>(visit =>
        {
            visit.ToTable("agent_visits").HasKey(known => known.Id);
            visit.HasOne<Agent>().WithMany().HasForeignKey(known => known.AgentId);
        });
    }
}
