using NodaTime;
using SmartTracker.Abstractions.Security;

namespace SmartTracker.Agents.Domain;

/// <summary>An invitation: a one-time token with which one agent can enter.</summary>
public sealed class Enrolment
{
    private Enrolment()
    {
    }

    public EnrolmentId Id { get; private set; }

    /// <summary>What the agent will be called.</summary>
    public string Name { get; private set; } = "";

    public string PublicId { get; private set; } = "";

    public byte[] SecretHash { get; private set; } = [];

    public Instant CreatedAt { get; private set; }

    public string CreatedBy { get; private set; } = "";

    public Instant ExpiresAt { get; private set; }

    /// <summary>Used or withdrawn: it lets nobody in any more.</summary>
    public Instant? EndedAt { get; private set; }

    /// <summary>Who entered with it; null where nobody did.</summary>
    public AgentId? AgentId { get; private set; }

    public static Enrolment Invite(string name, KeyText token, string by, Instant at, Duration valid)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new Enrolment
        {
            Id = EnrolmentId.New(),
            Name = name,
            PublicId = token.PublicId,
            SecretHash = token.Hash(),
            CreatedAt = at,
            CreatedBy = by,
            ExpiresAt = at + valid,
        };
    }

    public bool IsOpen(Instant now) => EndedAt is null && now < ExpiresAt;
}
