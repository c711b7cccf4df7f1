using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Navigation;

namespace SmartTracker.Billing;

internal sealed class BillingNavigation(IStringLocalizer<Texts> texts) : INavigationProvider
{
    public IEnumerable<NavigationItem> GetItems() =>
    [
        new(NavigationPlace.Admin, texts["Billing"], texts["Invoices"], "~/admin/invoices", BillingPermissions.View, 500),
        new(NavigationPlace.Admin, texts["Billing"], texts["Close a month"], "~/admin/invoices/close", BillingPermissions.Issue, 501),
        new(NavigationPlace.Admin, texts["Billing"], texts["Rate cards"], "~/admin/rate-cards", BillingPermissions.View, 502),
    ];
}
