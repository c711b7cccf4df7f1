using Microsoft.AspNetCore.Http;
using SmartTracker.Abstractions.Api;

namespace SmartTracker.Abstractions.Tenants;

/// <summary>Lets the provider's tenant hand a request on to a customer's, as if it had been sent there. Only features of the Default tenant may use it.</summary>
public interface ITenantForwarding
{
    /// <param name="path">Below the customer's tenant, such as <c>/api/v1/print-jobs</c>.</param>
    /// <returns>False where there is no such customer, or it is not running; nothing has been answered then.</returns>
    Task<bool> ForwardAsync(HttpContext context, ProviderAccess access, PathString path);
}
