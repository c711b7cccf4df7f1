using SmartTracker.Abstractions.Security;

namespace SmartTracker.Agents.Domain;

/// <summary>What agents prove themselves with. The check covers the prefix, so that a token is no key.</summary>
public static class AgentSecrets
{
    /// <summary>An agent's own key.</summary>
    public static readonly KeyKind Key = new("sta_", ChecksPrefix: true);

    /// <summary>A one-time token, for which an agent gets its key.</summary>
    public static readonly KeyKind Token = new("ste_", ChecksPrefix: true);
}
