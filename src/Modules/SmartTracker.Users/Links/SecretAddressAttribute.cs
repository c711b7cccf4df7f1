using Microsoft.AspNetCore.Mvc.Filters;

namespace SmartTracker.Users.Links;

/// <summary>The page's address is itself a secret: no cache keeps the page, and no other page is told where the reader came from.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SecretAddressAttribute : ActionFilterAttribute
{
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        context.HttpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
