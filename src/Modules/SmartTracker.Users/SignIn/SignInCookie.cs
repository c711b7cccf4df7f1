using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Users.Data;

namespace SmartTracker.Users.SignIn;

/// <summary>The cookie of one tenant: its own name, its own path, and a ticket that another tenant refuses.</summary>
internal static class SignInCookie
{
    private static readonly PathString Login = new("/login");

    public static void Configure(CookieAuthenticationOptions options, Tenant tenant)
    {
        // No Path is set: the handler takes the request's path base, which is the tenant's prefix.
        options.Cookie.Name = "st_auth_" + tenant.Name.ToLowerInvariant();
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.IsEssential = true;
        options.ExpireTimeSpan = SessionStore.Lifetime.ToTimeSpan();
        options.SlidingExpiration = true;
        options.LoginPath = Login;
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToLogin = AskToSignIn;
        options.Events.OnRedirectToAccessDenied = Deny;
        options.Events.OnValidatePrincipal = context => SessionCheck.ValidateAsync(context, tenant);
    }

    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (IsFromProgram(request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        // What was posted is lost with the session, so only a page that was asked for is returned to.
        var wanted = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            ? QueryString.Create(context.Options.ReturnUrlParameter, request.PathBase + request.Path + request.QueryString)
            : QueryString.Empty;
        context.Response.Redirect(request.PathBase + Login + wanted);
        return Task.CompletedTask;
    }

    private static Task Deny(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsFromProgram(HttpRequest request) =>
        request.Path.StartsWithSegments("/api") || request.Headers.Authorization.Count > 0;
}
