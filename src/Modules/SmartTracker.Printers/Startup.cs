using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Navigation;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Abstractions.Security;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.Discovery;
using SmartTracker.PrinterReaders.Ews;
using SmartTracker.PrinterReaders.Ipp;
using SmartTracker.PrinterReaders.Ledm;
using SmartTracker.PrinterReaders.Piws;
using SmartTracker.PrinterReaders.Snmp;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Checklists;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Discovery;
using SmartTracker.Printers.Import;
using SmartTracker.Printers.Meters;
using SmartTracker.Printers.Network;
using SmartTracker.Printers.Recipes;
using SmartTracker.Printers.Registry;
using SmartTracker.Printers.Supplies;

namespace SmartTracker.Printers;

public sealed class Startup
{
    public int Order => 0;

    public int ConfigureOrder => 0;

    public void ConfigureServices(IServiceCollection services)
    {
        services.AddModuleDbContext<PrintersDbContext>();
        services.AddScoped<PrinterStore>();
        services.AddScoped<SiteStore>();
        services.AddScoped<AuthorityStore>();
        services.AddScoped<PrinterActor>();
        services.AddScoped<PrinterSecrets>();
        services.AddScoped<SnmpSettings>();
        services.AddScoped<SnmpDraftCheck>();
        services.AddScoped<PrinterGreeting>();
        services.AddScoped<PrinterDraftCheck>();
        services.AddScoped<PrinterRegistrar>();
        services.AddScoped<PrinterPages>();
        services.AddScoped<PrinterListing>();
        services.AddScoped<PrinterHistory>();
        services.AddScoped<FleetEditor>();
        services.AddScoped<DeviceLife>();
        services.AddScoped<SiteRegister>();
        services.AddScoped<AuthorityRegister>();
        services.AddScoped<AnswerBook>();
        services.AddScoped<MeterBook>();
        services.AddScoped<IPrinterPagePart, MeterReadsPart>();
        services.AddScoped<FleetReadiness>();
        services.AddScoped<ReadinessTexts>();
        services.AddScoped<ReadinessPages>();
        services.AddScoped<ContactWords>();
        services.AddScoped<ConnectionTester>();
        services.AddScoped<ConnectionTestTexts>();
        services.AddScoped<IPrinterDirectory, PrinterDirectory>();
        services.AddScoped<IPrinterConnections, PrinterConnections>();
        services.AddScoped<PrinterStateStore>();
        services.AddScoped<IPrinterStates>(provider => provider.GetRequiredService<PrinterStateStore>());
        services.AddScoped<SupplyWords>();
        services.AddScoped<SuppliesPages>();
        services.AddScoped<IPrinterPagePart, SuppliesPart>();
        services.AddScoped<IAttentionSource, SupplyAttention>();
        services.AddSingleton<PrinterNetwork>();
        services.AddSingleton<IPrinterNetwork>(provider => provider.GetRequiredService<PrinterNetwork>());
        services.AddScoped<IPrinterProblemTexts, PrinterProblemTexts>();

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPrinterReader, PiwsReader>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPrinterReader, IppReader>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPrinterReader, EwsReader>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPrinterStateReader, PiwsStateReader>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPrinterStateReader, IppStateReader>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPrinterStateReader, LedmStateReader>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPrinterStateReader, SnmpStateReader>());
        services.AddSingleton<IPrinterProbe>(provider => ReaderProbe.Piws(provider.GetServices<IPrinterReader>().OfType<PiwsReader>().Single()));
        // After PIWS, which says more of jobs: an address is asked no further once a printer was found there.
        services.AddSingleton<IPrinterProbe>(provider => ReaderProbe.Ews(provider.GetServices<IPrinterReader>().OfType<EwsReader>().Single()));
        services.AddSingleton<IPrinterProbe>(provider => ReaderProbe.Ipp(provider.GetServices<IPrinterReader>().OfType<IppReader>().Single()));
        services.AddSingleton<IPrinterProbe, SnmpPrinterProbe>();
        services.AddScoped<AnnouncedPrinters>();
        services.AddScoped<PrinterSearch>();
        services.AddSingleton<DiscoveryRuns>();
        services.AddScoped<DiscoveryPages>();
        services.AddScoped<DiscoveredPrinters>();
        services.AddSingleton<PrinterImports>();
        services.AddSingleton<PrinterCsvSample>();
        services.AddScoped<ImportPlanner>();
        services.AddScoped<ImportedPrinters>();

        services.AddSingleton<IPermissionProvider, PrinterPermissions>();
        services.AddScoped<INavigationProvider, PrinterNavigation>();
        services.AddScoped<IRecipeStep, PrintersRecipeStep>();
    }

    public void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services)
    {
    }
}
