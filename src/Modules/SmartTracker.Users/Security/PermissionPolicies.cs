using Microsoft.AspNetCore.Authorization;
using SmartTracker.Abstractions.Security;

namespace SmartTracker.Users.Security;

/// <summary>Turns <see cref="RequirePermissionAttribute"/> into a policy, and denies what declares nothing.</summary>
internal sealed class PermissionPolicies : IAuthorizationPolicyProvider
{
    private static readonly AuthorizationPolicy SignedIn = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();

    private static readonly AuthorizationPolicy Nobody = new AuthorizationPolicyBuilder().AddRequirements(new NothingDeclaredRequirement()).Build();

    public bool AllowsCachingPolicies => true;

    public Task<AuthorizationPolicy> GetDefaultPolicyAsync() => Task.FromResult(SignedIn);

    public Task<AuthorizationPolicy?> GetFallbackPolicyAsync() => Task.FromResult<AuthorizationPolicy?>(Nobody);

    public Task<AuthorizationPolicy?> GetPolicyAsync(string policyName)
    {
        if (!policyName.StartsWith(RequirePermissionAttribute.PolicyPrefix, StringComparison.Ordinal))
            return Task.FromResult<AuthorizationPolicy?>(null);

        var permission = policyName[RequirePermissionAttribute.PolicyPrefix.Length..];
        return Task.FromResult<AuthorizationPolicy?>(new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .AddRequirements(new PermissionRequirement(permission))
            .Build());
    }
}
