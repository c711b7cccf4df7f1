using Microsoft.AspNetCore.Http;

namespace SmartTracker.Shell.Web;

/// <summary>Headers on every answer, errors and downloads included. Scripts and styles come from this host only, never inline.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self' data:; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        // Not before: the error page of a failed request begins with no header at all.
        context.Response.OnStarting(() =>
        {
            Write(context.Response.Headers, context.Request.IsHttps);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void Write(IHeaderDictionary headers, bool isHttps)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        if (isHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        // What is neither a file of the program (those have a tag) nor marked by its maker belongs to a person: bills, tables, pages.
        if (headers.CacheControl.Count == 0 && headers.ETag.Count == 0)
            headers.CacheControl = "no-store";
    }
}
