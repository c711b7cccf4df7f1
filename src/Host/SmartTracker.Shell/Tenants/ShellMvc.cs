using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Shell.Features;
using SmartTracker.Shell.Front;

namespace SmartTracker.Shell.Tenants;

/// <summary>Pages in a tenant: MVC over the parts of its features only, with cookies of its own.</summary>
internal static class ShellMvc
{
    public static void Add(IServiceCollection services, ShellSettings settings, IReadOnlyList<Feature> features)
    {
        var path = settings.RequestUrlPrefix.Length == 0 ? "/" : "/" + settings.RequestUrlPrefix;
        services.AddHttpContextAccessor();
        services.AddAuthentication();
        services.AddAuthorization();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "st_xsrf_" + settings.Name.ToLowerInvariant();
            options.Cookie.Path = path;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = "st_notice_" + settings.Name.ToLowerInvariant();
            options.Cookie.Path = path;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        AddControllers(services, features.Select(feature => feature.Assembly), front: false, api: features.Any(feature => feature.Id == ApiAttribute.Feature));
    }

    /// <summary>Pages of the front: only the Shell's own. Its cookies take the path of the request, because it serves every tenant.</summary>
    public static void AddFront(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "st_setup_xsrf";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        AddControllers(services, [], front: true, api: false);
    }

    private static void AddControllers(IServiceCollection services, IEnumerable<Assembly> features, bool front, bool api)
    {
        // Not in lower case: that would also change names in addresses, such as a role's. Templates are written in lower case.
        services.AddRouting();
        services.AddControllersWithViews(options => options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute()))
            .AddViewLocalization()
            .AddDataAnnotationsLocalization()
            .ConfigureApplicationPartManager(parts =>
            {
                parts.ApplicationParts.Clear();
                foreach (var assembly in features.Append(typeof(ShellMvc).Assembly))
                {
                    parts.ApplicationParts.Add(new AssemblyPart(assembly));
                    parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(assembly));
                }

                parts.FeatureProviders.Add(new FrontControllers(front));
                if (!api)
                    parts.FeatureProviders.Add(new WithoutApi());
            });
    }
}
