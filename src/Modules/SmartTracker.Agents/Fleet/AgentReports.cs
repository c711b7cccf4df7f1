using SmartTracker.Abstractions.Data;
using SmartTracker.Agents.Data;
using SmartTracker.Agents.Domain;
using SmartTracker.Agents.Enrolling;
using SmartTracker.Protocols.Agent;

namespace SmartTracker.Agents.Fleet;

/// <summary>Keeps how an agent says it is.</summary>
public sealed class AgentReports(ITenantDatabase database, AgentStore agents, TimeProvider time)
{
    private const int MostWarnings = 20;

    /// <summary>Shown to people and stored, so it is checked like everything from outside.</summary>
    public static bool MakesSense(AgentReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report is { WaitingVisits: >= 0, WaitingBytes: >= 0, SetAside: >= 0, Warnings.Count: <= MostWarnings }
            && report.Warnings.All(warning => warning is { Length: > 0 and <= 100 } && warning.All(char.IsAsciiLetterOrDigit));
    }

    public async Task StoreAsync(AgentId id, AgentReport report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (await agents.FindAsync(id, cancellationToken) is not { } agent)
            return;
        agent.Reported(
            new AgentCondition(
                AgentEnroller.Cut(report.Version), AgentEnroller.Cut(report.Platform), Clock.Microseconds(report.At), report.WaitingVisits, report.WaitingBytes,
                report.OldestVisitAt is { } oldest ? Clock.Microseconds(oldest) : null, report.SetAside, report.Warnings),
            time.Now());
        await agents.SaveAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Adds what the host has to say of an agent, until its next report.</summary>
    public async Task WarnAsync(AgentId id, string warning, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (await agents.FindAsync(id, cancellationToken) is not { } agent)
            return;
        agent.Warn(warning);
        await agents.SaveAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
