using Microsoft.AspNetCore.Mvc;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Tenants.Api;

/// <summary>The provider works in a customer's tenant: <c>tenants/nordplan/print-jobs</c> is what <c>print-jobs</c> is to a key of nordplan, with all that its
/// administrator may do.</summary>
[Api(HandsOn = true)]
[ApiExplorerSettings(IgnoreApi = true)]
[Route(ApiAttribute.Root + "tenants/{name}")]
[RequirePermission(TenantPermissions.Manage)]
public sealed class CustomersApiController(ITenantForwarding customers) : ControllerBase
{
    [HttpGet("{**resource}"), HttpPost("{**resource}"), HttpPut("{**resource}"), HttpPatch("{**resource}"), HttpDelete("{**resource}")]
    public async Task<IActionResult> HandOn(string name, string? resource)
    {
        var access = new ProviderAccess(name, User.ApiKeyId(), $"Provider: {User.Identity?.Name}", Request.ApiPath($"tenants/{Uri.EscapeDataString(name)}/"));
        return await customers.ForwardAsync(HttpContext, access, $"/{ApiAttribute.Root}{resource}") ? new EmptyResult() : NotFound();
    }
}
