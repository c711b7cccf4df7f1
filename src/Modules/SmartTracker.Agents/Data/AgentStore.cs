using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Agents.Domain;

namespace SmartTracker.Agents.Data;

public sealed class AgentStore(AgentsDbContext context)
{
    /// <summary>By name; those that were revoked last.</summary>
    public async Task<IReadOnlyList<Agent>> ListAsync(CancellationToken cancellationToken)
    {
        var agents = await context.Agents.AsNoTracking().ToListAsync(cancellationToken);
        return [.. agents.OrderBy(agent => agent.IsRevoked).ThenBy(agent => agent.Name, StringComparer.CurrentCulture).ThenBy(agent => agent.Id.Value)];
    }

    public Task<Agent?> FindAsync(AgentId id, CancellationToken cancellationToken) =>
        context.Agents.FirstOrDefaultAsync(agent => agent.Id == id, cancellationToken);

    public Task<Agent?> FindAsync(string publicId, CancellationToken cancellationToken) =>
        context.Agents.AsNoTracking().FirstOrDefaultAsync(agent => agent.PublicId == publicId, cancellationToken);

    public Task<bool> AnyActiveAsync(CancellationToken cancellationToken) => context.Agents.AnyAsync(agent => agent.RevokedAt == null, cancellationToken);

    /// <summary>Invitations that may still be used, newest first.</summary>
    public async Task<IReadOnlyList<Enrolment>> OpenEnrolmentsAsync(Instant now, CancellationToken cancellationToken) =>
        await context.Enrolments.AsNoTracking().Where(enrolment => enrolment.EndedAt == null && enrolment.ExpiresAt > now)
            .OrderByDescending(enrolment => enrolment.CreatedAt).ToListAsync(cancellationToken);

    public Task<Enrolment?> FindEnrolmentAsync(string publicId, CancellationToken cancellationToken) =>
        context.Enrolments.AsNoTracking().FirstOrDefaultAsync(enrolment => enrolment.PublicId == publicId, cancellationToken);

    /// <summary>One statement, so that a token lets one agent in, however many come at the same moment.</summary>
    /// <returns>False where it was used or withdrawn before, or has expired.</returns>
    public async Task<bool> EndAsync(EnrolmentId id, AgentId? agent, Instant at, CancellationToken cancellationToken) =>
        await context.Enrolments.Where(enrolment => enrolment.Id == id && enrolment.EndedAt == null && enrolment.ExpiresAt > at).ExecuteUpdateAsync(
            set => set.SetProperty(enrolment => enrolment.EndedAt, at).SetProperty(enrolment => enrolment.AgentId, agent), cancellationToken) == 1;

    public void Add(Agent agent) => context.Agents.Add(agent);

    public void Add(Enrolment enrolment) => context.Enrolments.Add(enrolment);

    public Task SaveAsync(CancellationToken cancellationToken) => context.SaveChangesAsync(cancellationToken);
}
