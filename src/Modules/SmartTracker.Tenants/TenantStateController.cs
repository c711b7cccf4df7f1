using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Tenants;

/// <summary>Switches one tenant off, after a question, and on again.</summary>
[Admin, Route("admin/tenants/{name}"), RequirePermission(TenantPermissions.Manage)]
public sealed class TenantStateController(ITenants tenants, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("disable")]
    public IActionResult Disable(string name) => Find(name) is { IsDefault: false } tenant ? View(tenant) : NotFound();

    [HttpPost("disable"), ActionName(nameof(Disable))]
    public async Task<IActionResult> DisableConfirmed(string name, CancellationToken cancellationToken)
    {
        if (Find(name) is not { IsDefault: false } tenant)
            return NotFound();

        await tenants.DisableAsync(tenant.Name, cancellationToken);
        return ToList("The tenant {0} is switched off. Its data is kept.", tenant);
    }

    [HttpPost("enable")]
    public async Task<IActionResult> Enable(string name, CancellationToken cancellationToken)
    {
        if (Find(name) is not { State: TenantState.Disabled } tenant)
            return NotFound();

        await tenants.EnableAsync(tenant.Name, cancellationToken);
        return ToList("The tenant {0} is running.", tenant);
    }

    private TenantOverview? Find(string name) => tenants.List().FirstOrDefault(tenant => tenant.Name == name);

    private RedirectToActionResult ToList(string notice, TenantOverview tenant)
    {
        TempData["Notice"] = texts[notice, tenant.SiteName].Value;
        return RedirectToAction(nameof(TenantsController.Index), "Tenants");
    }
}
