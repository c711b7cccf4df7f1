using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using SmartTracker.Shell.Front;

namespace SmartTracker.Shell.Web;

/// <summary>The order of middleware within a tenant. Static files come before routing and authorisation.</summary>
internal static class TenantPipeline
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    public static RequestDelegate Build(IServiceProvider services, SharedRoutes routes)
    {
        var app = new ApplicationBuilder(services);
        // The error page logs what happened together with the reference that it shows.
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error/500", SuppressDiagnosticsCallback = _ => true });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseMiddleware<DatabaseLoss>();
        app.UseStaticFiles(new StaticFileOptions { ContentTypeProvider = ContentTypes });
        app.UseRequestLocalization();
        app.Use(routes.Match);
        app.UseAuthentication();
        app.UseAuthorization();
        app.Run(routes.Answer);
        return app.Build();
    }
}
