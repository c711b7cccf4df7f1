using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SmartTracker.Shell.Features;

namespace SmartTracker.Shell.Web;

/// <summary>The order of middleware within a tenant. Static files come before routing and authorisation.</summary>
internal static class TenantPipeline
{
    public static RequestDelegate Build(IServiceProvider services, IEnumerable<ModuleStartup> startups)
    {
        var app = new ApplicationBuilder(services);
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseStaticFiles();
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseEndpoints(routes =>
        {
            routes.MapControllers();
            routes.MapGet("theme.css", AccentStylesheet.WriteAsync).WithMetadata(new AllowAnonymousAttribute());
            foreach (var startup in startups.OrderBy(startup => startup.ConfigureOrder))
                startup.Configure(app, routes, services);
            // Without an endpoint the fallback policy would send a mistyped address to the sign-in page.
            routes.MapFallback("{**path}", context =>
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }).WithMetadata(new AllowAnonymousAttribute());
        });
        return app.Build();
    }
}
