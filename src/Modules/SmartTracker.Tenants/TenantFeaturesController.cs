using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Tenants;

/// <summary>Switches a customer's modules: first the plan with its reasons, then the change.</summary>
[Admin, Route("admin/tenants/{name}/features"), RequirePermission(TenantPermissions.Manage)]
public sealed class TenantFeaturesController(ITenants tenants, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public IActionResult Index(string name) => Find(name) is { } tenant ? View(FeatureSwitches.Of(tenants, tenant)) : NotFound();

    [HttpPost("plan")]
    public IActionResult Plan(string name, string[] on)
    {
        if (Find(name) is not { } tenant)
            return NotFound();
        var plan = FeaturePlanPage.Of(tenants, tenant, on);
        return plan.Plan.IsEmpty ? ToSwitches(tenant, "Notice", "Nothing was changed.") : View(plan);
    }

    [HttpPost("")]
    public async Task<IActionResult> Apply(string name, string[] add, string[] remove, string version, CancellationToken cancellationToken)
    {
        if (Find(name) is not { } tenant)
            return NotFound();
        if (tenant.VersionId != version)
            return ToSwitches(tenant, "Problem", "Somebody changed this tenant in the meantime. Look at its modules again.");

        await tenants.ChangeFeaturesAsync(tenant.Name, FeatureSwitches.Known(tenants, add), FeatureSwitches.Known(tenants, remove), cancellationToken);
        return ToSwitches(tenant, "Notice", "The modules are switched.");
    }

    /// <summary>The provider's own tenant is not switched here: this page could vanish under the feet of whoever uses it.</summary>
    private TenantOverview? Find(string name) => tenants.List().FirstOrDefault(tenant => tenant.Name == name && !tenant.IsDefault);

    private RedirectToActionResult ToSwitches(TenantOverview tenant, string kind, string sentence)
    {
        TempData[kind] = texts[sentence].Value;
        return RedirectToAction(nameof(Index), new { name = tenant.Name });
    }
}
