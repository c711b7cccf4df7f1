using Microsoft.Extensions.Logging.Console;
using SmartTracker.Shell;
using SmartTracker.Shell.Web;

namespace SmartTracker.Web;

/// <summary>Composes the host: settings, logging, module host, health. Commands use it without starting the web server.</summary>
public static class SmartTrackerHost
{
    public static WebApplication Build(HostOptions options, Action<IServiceCollection>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [],
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(SmartTrackerHost).Assembly.GetName().Name,
        });
        builder.Configuration.AddInMemoryCollection(options.Settings);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(options.Urls ?? builder.Configuration["urls"] ?? "http://127.0.0.1:5080");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        // Results go to stdout, everything else to stderr, so that scripts can read the one and people the other.
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        builder.Services.AddSmartTrackerShell(typeof(SmartTrackerHost).Assembly, builder.Configuration, options.DataFolder);
        configure?.Invoke(builder.Services);
        RuntimeFloor.CheckEngine();
        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => RuntimeFloor.WarnOfFramework(app.Logger));

        app.UseMiddleware<SecurityHeaders>();
        app.MapWhen(context => context.Request.Path.StartsWithSegments("/health"), HealthEndpoints.Configure);
        app.RunTenants();
        return app;
    }
}
