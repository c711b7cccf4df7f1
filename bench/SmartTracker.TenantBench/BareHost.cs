using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;

namespace SmartTracker.TenantBench;

/// <summary>The least that renders a Razor view: what ours is compared with.</summary>
internal static class BareHost
{
    public static WebApplication Build(string url)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [], ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        builder.Services.AddControllersWithViews().ConfigureApplicationPartManager(parts =>
        {
            parts.ApplicationParts.Clear();
            parts.ApplicationParts.Add(new AssemblyPart(typeof(BareHost).Assembly));
            parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(BareHost).Assembly));
        });
        var app = builder.Build();
        app.MapControllers();
        return app;
    }
}

public sealed class BareController : Controller
{
    [HttpGet("health/ready")]
    public IActionResult Index() => View("/Views/Bare/Index.cshtml", 50);
}
