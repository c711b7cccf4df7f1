using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Web;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: the Default tenant runs and its database answers.</summary>
internal static class HealthEndpoints
{
    public static void Configure(IApplicationBuilder app) => app.Run(async context =>
    {
        switch (context.Request.Path.Value)
        {
            case "/health/live":
                await context.Response.WriteAsync("live");
                return;
            case "/health/ready":
                var ready = await IsReadyAsync(context);
                context.Response.StatusCode = ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
                await context.Response.WriteAsync(ready ? "ready" : "not ready");
                return;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
        }
    });

    private static async Task<bool> IsReadyAsync(HttpContext context)
    {
        try
        {
            return await context.RequestServices.GetRequiredService<ShellHost>().RunAsync(Tenant.DefaultName, async services =>
            {
                var connection = services.GetRequiredService<Abstractions.Data.ITenantDatabase>().Connection;
                await connection.OpenAsync(context.RequestAborted);
                return true;
            }, context.RequestAborted);
        }
        catch (Exception exception) when (exception is TenantUnavailableException or System.Data.Common.DbException)
        {
            return false;
        }
    }
}
