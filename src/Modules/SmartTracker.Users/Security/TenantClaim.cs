using System.Security.Claims;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Security;

/// <summary>A sign-in ticket names the tenant it was issued by, and counts nowhere else.</summary>
internal static class TenantClaim
{
    public const string Type = "tenant";

    public static bool IsOf(this ClaimsPrincipal user, Tenant tenant) => user.HasClaim(Type, tenant.Name);

    public static UserId? Id(this ClaimsPrincipal user) =>
        UserId.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>The user behind a request that authorization let through.</summary>
    public static UserId RequiredId(this ClaimsPrincipal user) =>
        user.Id() ?? throw new InvalidOperationException("The request is signed in without a user id.");
}
