using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Users.Security;

/// <summary>A user of this tenant has a permission when one of the user's roles grants it.</summary>
internal sealed class PermissionHandler(GrantedPermissions granted, Tenant tenant, IHttpContextAccessor accessor)
    : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (context.User.Identity?.IsAuthenticated != true || !context.User.IsOf(tenant) || context.User.Id() is not { } id)
            return;

        var aborted = accessor.HttpContext?.RequestAborted ?? CancellationToken.None;
        if ((await granted.OfAsync(id, aborted)).Contains(requirement.Permission))
            context.Succeed(requirement);
    }
}
