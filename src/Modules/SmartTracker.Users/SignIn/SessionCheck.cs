using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Users.Security;

namespace SmartTracker.Users.SignIn;

/// <summary>Whether a session goes on: the tenant is compared at every request, the session's row and the user's security stamp once a minute.
/// Identity's own validator also signs out of two-factor schemes, which do not exist here yet, and fails.</summary>
internal static class SessionCheck
{
    private static readonly TimeSpan StampInterval = TimeSpan.FromMinutes(1);

    public static async Task ValidateAsync(CookieValidatePrincipalContext context, Tenant tenant)
    {
        if (context.Principal?.IsOf(tenant) != true)
        {
            await EndAsync(context);
            return;
        }

        var now = (context.Options.TimeProvider ?? TimeProvider.System).GetUtcNow();
        if (context.Properties.IssuedUtc is { } issued && now - issued < StampInterval)
            return;

        var sessions = context.HttpContext.RequestServices.GetRequiredService<UserSessions>();
        if (await sessions.ContinueAsync(context.Principal, context.HttpContext.RequestAborted) is not { } renewed)
        {
            await EndAsync(context);
            return;
        }

        // A new ticket is issued, so the next minute counts from here.
        context.ReplacePrincipal(renewed);
        context.ShouldRenew = true;
    }

    private static Task EndAsync(CookieValidatePrincipalContext context)
    {
        context.RejectPrincipal();
        return context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
