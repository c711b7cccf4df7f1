using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SmartTracker.Shell.Features;
using SmartTracker.Shell.Front;

namespace SmartTracker.Shell.Web;

/// <summary>The order of middleware within a tenant. Static files come before routing and authorisation.</summary>
internal static class TenantPipeline
{
    public static RequestDelegate Build(IServiceProvider services, IEnumerable<ModuleStartup> startups)
    {
        var app = new ApplicationBuilder(services);
        // The error page logs what happened together with the reference that it shows.
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error/500", SuppressDiagnosticsCallback = _ => true });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseMiddleware<DatabaseLoss>();
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
