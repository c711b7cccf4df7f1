using Microsoft.AspNetCore.Authorization;
using SmartTracker.Protocols.Agent;

namespace SmartTracker.Agents.Access;

/// <summary>Marks a controller that answers agents: only an agent's key lets a request in, never a cookie or another program's key.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AgentApiAttribute : Attribute, IAuthorizeData
{
    /// <summary>The authentication scheme of agents' keys.</summary>
    public const string Scheme = "AgentKey";

    public const string Root = AgentPaths.Root;

    string? IAuthorizeData.AuthenticationSchemes { get; set; } = Scheme;

    string? IAuthorizeData.Policy { get; set; }

    string? IAuthorizeData.Roles { get; set; }
}
