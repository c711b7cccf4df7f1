using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Security;

/// <summary>What a sign-in ticket says: who, of which tenant, with which security stamp. No roles: those are read at each request.</summary>
internal sealed class TicketFactory(UserManager<User> users, IOptions<IdentityOptions> options, Tenant tenant)
    : UserClaimsPrincipalFactory<User>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(TenantClaim.Type, tenant.Name));
        return identity;
    }
}
