namespace SmartTracker.Protocols.Agent.Visits;

/// <summary>What an agent brings home from asking one printer once.</summary>
public sealed record AgentVisit
{
    /// <summary>UUIDv7, made by the agent: however often it is delivered, it counts once.</summary>
    public required Guid Id { get; init; }

    public required Guid PrinterId { get; init; }

    /// <summary>Where the printer was asked.</summary>
    public required Uri Address { get; init; }

    /// <summary>By the agent's clock.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    public required VisitFetch Jobs { get; init; }

    /// <summary>What other questions brought: condition, consumables, meters.</summary>
    public IReadOnlyList<VisitFetch> States { get; init; } = [];

    /// <summary>What the agent goes on with while the host is away. The host has no use for it.</summary>
    public required VisitMark After { get; init; }
}

/// <summary>What came off the wire in one conversation. A failure and answers may come together.</summary>
/// <param name="Protocol">Of the reader that asked and can interpret.</param>
public sealed record VisitFetch(string Protocol, IReadOnlyList<VisitAnswer> Answers, VisitCertificate? Certificate, VisitFailure? Failure);

/// <param name="Path">Path and query that were asked, without scheme and host; where one path serves all, with what was asked as fragment.</param>
/// <param name="IsWhole">False where the answer broke off.</param>
public sealed record VisitAnswer(string Path, DateTimeOffset ReceivedAt, int Status, string? ContentType, bool IsWhole, byte[] Body);

/// <param name="Key">SHA-256 of the SubjectPublicKeyInfo, hexadecimal.</param>
public sealed record VisitCertificate(
    string Key, string Subject, string Issuer, DateTimeOffset NotBefore, DateTimeOffset NotAfter, bool SelfSigned, bool TrustedByHost);

/// <summary>Code and arguments of the reader's failure.</summary>
public sealed record VisitFailure(string Code, IReadOnlyList<string> Arguments);

/// <summary>Where an agent stands with a printer after a visit.</summary>
/// <param name="Cursor">What the next visit goes on from.</param>
/// <param name="Address">Where <paramref name="PinnedKey"/> was seen: elsewhere it means nothing.</param>
/// <param name="PausedBecause">A failure that a person has to look at; the printer is not asked before the host has seen it.</param>
public sealed record VisitMark(string? Cursor, Uri Address, string? PinnedKey, string? PausedBecause);
