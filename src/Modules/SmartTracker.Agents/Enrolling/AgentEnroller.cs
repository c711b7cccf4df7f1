using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Security;
using SmartTracker.Agents.Data;
using SmartTracker.Agents.Domain;

namespace SmartTracker.Agents.Enrolling;

/// <summary>Lets an agent in for the token that a person got for it.</summary>
public sealed class AgentEnroller(ITenantDatabase database, AgentStore agents, TimeProvider time)
{
    public const int LongestName = 100;
    private const int LongestWord = 200;

    /// <summary>The token's text is in the answer and nowhere else afterwards.</summary>
    public async Task<(Enrolment Enrolment, KeyText Token)> InviteAsync(string name, string by, Duration valid, CancellationToken cancellationToken)
    {
        var token = AgentSecrets.Token.New();
        var enrolment = Enrolment.Invite(name, token, by, time.Now(), valid);
        await using var transaction = await database.BeginAsync(cancellationToken);
        agents.Add(enrolment);
        await agents.SaveAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (enrolment, token);
    }

    /// <summary>The key is in the answer and nowhere else afterwards. Null where the token lets nobody in: unknown, used, withdrawn or too old.</summary>
    public async Task<(Agent Agent, KeyText Key)?> EnrolAsync(string? token, string version, string platform, CancellationToken cancellationToken)
    {
        if (!AgentSecrets.Token.TryParse(token, out var text)
            || await agents.FindEnrolmentAsync(text.PublicId, cancellationToken) is not { } enrolment || !text.Matches(enrolment.SecretHash))
            return null;

        var now = time.Now();
        var key = AgentSecrets.Key.New();
        var agent = Agent.Enrol(AgentId.New(), enrolment.Name, key, Cut(version), Cut(platform), now);
        await using var transaction = await database.BeginAsync(cancellationToken);
        agents.Add(agent);
        await agents.SaveAsync(cancellationToken);
        if (!await agents.EndAsync(enrolment.Id, agent.Id, now, cancellationToken))
            return null;
        await transaction.CommitAsync(cancellationToken);
        return (agent, key);
    }

    /// <returns>False where nobody could have used it any more.</returns>
    public async Task<bool> WithdrawAsync(EnrolmentId id, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (!await agents.EndAsync(id, null, time.Now(), cancellationToken))
            return false;
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    internal static string Cut(string text) => text.Length > LongestWord ? text[..LongestWord] : text;
}
