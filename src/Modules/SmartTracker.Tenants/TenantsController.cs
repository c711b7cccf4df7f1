using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Tenants;

[Admin, Route("admin/tenants"), RequirePermission(TenantPermissions.Manage)]
public sealed class TenantsController(ITenants tenants, TenantCreation creation, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public IActionResult Index(string? q, int page = 1) => View(TenantList.Of(tenants, q, page));

    [HttpGet("new")]
    public IActionResult New()
    {
        var recipes = tenants.ListRecipes();
        return View(new TenantForm { Recipes = recipes, Recipe = recipes.Count > 0 ? recipes[0].Name : null, AdminUserName = "admin" });
    }

    [HttpPost("new")]
    public async Task<IActionResult> New(TenantForm form)
    {
        form.Recipes = tenants.ListRecipes();
        // Not the request's token: who closes the browser must not leave a customer half made.
        if (await creation.CreateAsync(form, ModelState, CancellationToken.None) is not { } created)
            return View(form);

        TempData["Notice"] = texts["{0} is running. {1} can sign in now.", form.SiteName!.Trim(), created.Parameters!["adminUserName"]].Value;
        return RedirectToAction(nameof(Index));
    }
}
