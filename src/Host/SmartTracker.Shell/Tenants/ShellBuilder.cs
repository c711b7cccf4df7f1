using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Mail;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Navigation;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Data;
using SmartTracker.Shell.Features;
using SmartTracker.Shell.Front;
using SmartTracker.Shell.Mail;
using SmartTracker.Shell.Recipes;
using SmartTracker.Shell.Web;

namespace SmartTracker.Shell.Tenants;

/// <summary>Composes a tenant's services and pipeline out of its features.</summary>
public sealed class ShellBuilder(
    FeatureCatalog catalog, ShellTemplates templates, DataFolder folder, HostConfiguration hostConfiguration, TenantConnections connections, IServiceProvider host)
{
    public ShellContainer Build(ShellSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var features = catalog.Enabled(settings.Features, settings.IsDefault);
        var startups = features.Select(ModuleStartup.Of).OfType<ModuleStartup>().ToArray();

        var services = Compose(settings, features, startups);
        AddKeys(services, settings);
        var template = templates.For(features, startups, () =>
        {
            var nobody = Compose(new ShellSettings { Name = "template" }, features, startups);
            nobody.AddDataProtection().UseEphemeralDataProtectionProvider();
            return nobody;
        });
        template.ShareWith(services);

        var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        return new ShellContainer(settings, features, provider, TenantPipeline.Build(provider, template.Routes), host.GetRequiredService<TimeProvider>());
    }

    /// <summary>The shell that answers for tenants that are not open: the always-on features without database, sign-in and lasting keys.</summary>
    public ShellContainer BuildFront()
    {
        var settings = new ShellSettings { Name = Tenant.DefaultName, Site = new SiteSettings { SiteName = "SmartTracker", Culture = "en" } };
        var features = catalog.Enabled([], isDefaultTenant: true);
        var startups = features.Select(ModuleStartup.Of).OfType<ModuleStartup>().ToArray();

        var services = new ServiceCollection();
        AddHostServices(services);
        AddTenantServices(services, settings);
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        ShellMvc.AddFront(services);
        foreach (var startup in startups.OrderBy(startup => startup.Order))
            startup.ConfigureServices(services);
        FrontPipeline.AddServices(services, host);

        var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        return new ShellContainer(settings, features, provider, FrontPipeline.Build(provider), host.GetRequiredService<TimeProvider>());
    }

    private ServiceCollection Compose(ShellSettings settings, IReadOnlyList<Feature> features, IEnumerable<ModuleStartup> startups)
    {
        var services = new ServiceCollection();
        AddHostServices(services);
        AddTenantServices(services, settings);
        ShellMvc.Add(services, settings, features);
        foreach (var startup in startups.OrderBy(startup => startup.Order))
            startup.ConfigureServices(services);
        return services;
    }

    private void AddHostServices(ServiceCollection services)
    {
        services.AddSingleton(host.GetRequiredService<ILoggerFactory>());
        services.AddLogging();
        services.AddOptions();
        services.AddSingleton(host.GetRequiredService<IWebHostEnvironment>());
        services.AddSingleton<IHostEnvironment>(host.GetRequiredService<IWebHostEnvironment>());
        services.AddSingleton(host.GetRequiredService<IHostApplicationLifetime>());
        services.AddSingleton(host.GetRequiredService<DiagnosticListener>());
        services.AddSingleton<DiagnosticSource>(host.GetRequiredService<DiagnosticListener>());
        services.AddSingleton(host.GetRequiredService<IMeterFactory>());
        services.AddSingleton(host.GetRequiredService<TimeProvider>());
        services.AddSingleton(hostConfiguration);
        services.AddSingleton(host.GetRequiredService<MailSettings>());
        services.AddSingleton(connections);
        services.AddSingleton<ITenants>(host.GetRequiredService<ShellHost>());
        services.AddSingleton(host.GetRequiredService<ITenantForwarding>());
        services.AddSingleton(host.GetRequiredService<ITenantWords>());
        services.AddSingleton(host.GetRequiredService<FrontDesk>());
        services.AddSingleton(catalog);
        // Texts are the same for every tenant, and each reader of them keeps the language's whole file.
        services.AddSingleton(host.GetRequiredService<IStringLocalizerFactory>());
    }

    private void AddTenantServices(ServiceCollection services, ShellSettings settings)
    {
        var culture = CultureInfo.GetCultureInfo(settings.Site.Culture);
        services.AddSingleton(settings);
        services.AddSingleton(new Tenant(
            settings.Name,
            settings.ToOverview().SiteName,
            settings.RequestUrlPrefix,
            culture,
            DateTimeZoneProviders.Tzdb[settings.Site.TimeZoneId],
            new Currency(settings.Site.Currency)));
        services.AddSingleton(Configuration(settings));
        services.AddSingleton<ITenantAddress>(new TenantAddress(settings, hostConfiguration, host.GetService<IServer>));
        services.AddSingleton<IMailer, Mailer>();
        services.AddScoped<ITenantDatabase, TenantDatabase>();
        services.AddSingleton<Formats>();
        services.AddScoped<NavigationMenu>();
        services.AddSingleton<ThemeSelector>();
        services.AddSingleton<TenantActions>();
        services.AddScoped<RecipeSteps>();

        services.AddSingleton<HtmlEncoder, VisibleHtmlEncoder>();
        services.AddLocalization(options => options.ResourcesPath = "Resources");
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(culture.Name).AddSupportedCultures("de", "en").AddSupportedUICultures("de", "en");
            options.RequestCultureProviders = [new CustomRequestCultureProvider(ChosenCultureAsync)];
        });
    }

    private void AddKeys(ServiceCollection services, ShellSettings settings)
    {
        Directory.CreateDirectory(folder.Keys(settings.Name));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.Keys(settings.Name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        services.AddDataProtection()
            .SetApplicationName("SmartTracker:" + settings.TenantId)
            .PersistKeysToFileSystem(new DirectoryInfo(folder.Keys(settings.Name)));
    }

    private static Task<ProviderCultureResult?> ChosenCultureAsync(HttpContext context) => Task.FromResult(
        context.Request.Cookies[PreferenceCookies.Culture(context.Request)] is { } chosen ? CookieRequestCultureProvider.ParseCookieValue(chosen) : null);

    /// <summary>The host's settings, overlaid with what recipes stored for this tenant. Host limits are read from <see cref="HostConfiguration"/> instead.</summary>
    private IConfiguration Configuration(ShellSettings settings)
    {
        var own = new JsonObject(settings.Other.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
        return new ConfigurationBuilder()
            .AddConfiguration(hostConfiguration.Values)
            .AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(own.ToJsonString())))
            .Build();
    }
}
