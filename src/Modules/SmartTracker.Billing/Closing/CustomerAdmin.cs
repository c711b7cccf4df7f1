using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Billing.Closing;

/// <summary>Where a customer's own administration lies.</summary>
public static class CustomerAdmin
{
    /// <summary>From this host's root, or null where the tenant is gone or answers on many hosts.</summary>
    public static string? AddressOf(this ITenants tenants, string name)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        return tenants.List().FirstOrDefault(tenant => tenant.Name == name) switch
        {
            null => null,
            { UrlHost: var host } when host.Contains('*', StringComparison.Ordinal) => null,
            { UrlHost.Length: 0 } tenant => $"/{tenant.UrlPrefix}/admin",
            var tenant => $"//{tenant.UrlHost.Split(',')[0].Trim()}/{tenant.UrlPrefix}".TrimEnd('/') + "/admin",
        };
    }
}
