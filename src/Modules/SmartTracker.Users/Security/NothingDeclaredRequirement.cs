using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace SmartTracker.Users.Security;

/// <summary>Stands for an endpoint that says nothing about who may use it: nobody may. Where no endpoint was found there is nothing to guard,
/// and the answer is 404, signed in or not.</summary>
internal sealed class NothingDeclaredRequirement : AuthorizationHandler<NothingDeclaredRequirement>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NothingDeclaredRequirement requirement)
    {
        if (context.Resource is HttpContext http && http.GetEndpoint() is null)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
