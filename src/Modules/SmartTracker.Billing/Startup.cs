using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Navigation;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Verification;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Closing;
using SmartTracker.Billing.Crediting;
using SmartTracker.Billing.Data;
using SmartTracker.Billing.Delivery;
using SmartTracker.Billing.Invoices;
using SmartTracker.Billing.Settings;
using SmartTracker.Billing.Verification;
using SmartTracker.Scheduling.Abstractions;

namespace SmartTracker.Billing;

public sealed class Startup
{
    public int Order => 0;

    public int ConfigureOrder => 0;

    public void ConfigureServices(IServiceCollection services)
    {
        services.AddModuleDbContext<BillingDbContext>();
        services.AddScoped<BillingStore>();
        services.AddScoped<BooksStore>();
        services.AddScoped<IIssuedInvoices, IssuedInvoices>();
        services.AddScoped<SettingsStore>();
        services.AddScoped<RateCardWriting>();
        services.AddScoped<ImmutabilityGuards>();
        services.AddScoped<TenantMonthReader>();
        services.AddScoped<InvoiceDrafter>();
        services.AddScoped<MonthCloser>();
        services.AddScoped<DocumentSealing>();
        services.AddScoped<InvoiceCreditor>();
        services.AddScoped<CreditWords>();
        services.AddScoped<QuestionWords>();
        services.AddScoped<CloseWords>();
        services.AddScoped<LineWords>();
        services.AddScoped<InvoiceDelivery>();
        services.AddScoped<CustomerCopies>();
        services.AddScoped<IScheduledWork, DeliverInvoicesWork>();
        services.AddScoped<IVerification, InvoiceVerification>();
        services.AddScoped<IRecipeStep, IssuerStep>();
        services.AddScoped<IRecipeStep, BillingCustomersStep>();
        services.AddScoped<INavigationProvider, BillingNavigation>();
        services.AddSingleton<IPermissionProvider, BillingPermissions>();
    }

    public void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services)
    {
    }
}
