using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Navigation;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Verification;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Bills.Data;
using SmartTracker.Bills.Export;
using SmartTracker.Bills.Portal;
using SmartTracker.Bills.Receiving;
using SmartTracker.Bills.Verification;
using SmartTracker.Bills.Wording;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Bills;

public sealed class Startup
{
    public int Order => 0;

    public int ConfigureOrder => 0;

    public void ConfigureServices(IServiceCollection services)
    {
        services.AddModuleDbContext<BillsDbContext>();
        services.AddScoped<BillStore>();
        services.AddScoped<IReceivedInvoices, ReceivedInvoices>();
        services.AddScoped<IPrintJobFacts, BilledJobFacts>();
        services.AddScoped<BillGuards>();
        services.AddScoped<BillWords>();
        services.AddScoped<BillCsv>();
        services.AddScoped<IInvoiceReceiver, BillReceiver>();
        services.AddScoped<IVerification, BillVerification>();
        services.AddScoped<INavigationProvider, BillsNavigation>();
        services.AddSingleton<IPermissionProvider, BillsPermissions>();
    }

    public void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services)
    {
    }
}
