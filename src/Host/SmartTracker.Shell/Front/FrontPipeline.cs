using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Shell.Recipes;
using SmartTracker.Shell.Setup;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Front;

/// <summary>The order of middleware before the door. Nobody is signed in here.</summary>
internal static class FrontPipeline
{
    public const string CultureQuery = "culture";

    public static void AddServices(IServiceCollection services, IServiceProvider host)
    {
        services.AddSingleton(host.GetRequiredService<TenantSetup>());
        services.AddSingleton(host.GetRequiredService<SetupTokens>());
        services.AddSingleton(host.GetRequiredService<SetupRecipes>());
        services.AddScoped<SetupCheck>();
        // Nobody is known here, so the browser's language is the best guess; a choice on the page goes before it.
        services.Configure<RequestLocalizationOptions>(options => options.RequestCultureProviders =
        [
            new QueryStringRequestCultureProvider { QueryStringKey = CultureQuery, UIQueryStringKey = CultureQuery, Options = options },
            .. options.RequestCultureProviders,
            new AcceptLanguageHeaderRequestCultureProvider { Options = options },
        ]);
    }

    public static RequestDelegate Build(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = FrontController.UnavailablePath, SuppressDiagnosticsCallback = _ => true });
        app.UseStaticFiles();
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseEndpoints(routes => routes.MapControllers());
        return app.Build();
    }
}
