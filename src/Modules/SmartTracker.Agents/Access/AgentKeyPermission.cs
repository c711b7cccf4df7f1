using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using SmartTracker.Abstractions.Security;

namespace SmartTracker.Agents.Access;

/// <summary>An agent may deliver, and nothing else.</summary>
internal sealed class AgentKeyPermission : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (requirement.Permission == AgentPermissions.Deliver && context.User.Identity is ClaimsIdentity { AuthenticationType: AgentApiAttribute.Scheme })
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
