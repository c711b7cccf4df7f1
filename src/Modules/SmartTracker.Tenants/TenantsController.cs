using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Tenants;

[Admin, Route("admin/tenants"), RequirePermission(TenantPermissions.Manage)]
public sealed class TenantsController(ITenants tenants, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public IActionResult Index() => View(tenants.List());

    [HttpGet("new")]
    public IActionResult New() => View(new TenantForm());

    [HttpPost("new")]
    public async Task<IActionResult> New(TenantForm form, CancellationToken cancellationToken)
    {
        try
        {
            await tenants.CreateAsync(form.ToNewTenant(), cancellationToken);
        }
        catch (Exception refused) when (refused is TenantRefusedException or RecipeException)
        {
            ModelState.AddModelError("", refused.Message);
            return View(form);
        }

        TempData["Notice"] = texts["The tenant {0} is running.", form.Name!].Value;
        return RedirectToAction(nameof(Index));
    }
}
