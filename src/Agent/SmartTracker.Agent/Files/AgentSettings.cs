namespace SmartTracker.Agent.Files;

/// <summary>What <c>agent.json</c> holds. A person may change the lower part; the agent reads it when it starts.</summary>
/// <param name="Server">The tenant's address; ends with a slash.</param>
/// <param name="Pin">SHA-256 of the host's public key (hexadecimal) that must be presented besides a valid certificate; null where the certificate is enough.</param>
/// <param name="Allow">Networks that printers may be on, such as <c>10.20.0.0/16</c> or <c>10.20.4.32:8443</c>; null allows private networks.</param>
/// <param name="OutboxMegabytes">When the outbox has this size, no printer is asked.</param>
public sealed record AgentSettings(
    Uri Server, Guid AgentId, string Name, string Site, DateTimeOffset EnrolledAt, string? Pin, IReadOnlyList<string>? Allow, int OutboxMegabytes = 1024);
