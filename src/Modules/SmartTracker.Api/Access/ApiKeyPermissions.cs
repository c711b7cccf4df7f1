using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Security;

namespace SmartTracker.Api.Access;

/// <summary>A key has a permission when one of its roles grants it now.</summary>
internal sealed class ApiKeyPermissions(IRoles roles) : AuthorizationHandler<PermissionRequirement>
{
    private IReadOnlySet<string>? _granted;

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (context.User.Identity is not ClaimsIdentity { AuthenticationType: ApiAttribute.Scheme } key)
            return;

        // One key for each request, so its roles are asked once.
        _granted ??= await roles.PermissionsOfAsync([.. key.FindAll(ClaimTypes.Role).Select(role => role.Value)], CancellationToken.None);
        if (_granted.Contains(requirement.Permission))
            context.Succeed(requirement);
    }
}
