using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Tenants;

/// <summary>One tenant: what it is called, where it lives, what it has.</summary>
[Admin, Route("admin/tenants/{name}"), RequirePermission(TenantPermissions.Manage)]
public sealed class TenantController(ITenants tenants, ITenantWords words, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public IActionResult Index(string name) => TenantPage.Find(tenants, name) is { } page ? View(page) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Index(string name, TenantEditForm form, CancellationToken cancellationToken)
    {
        if (TenantPage.Find(tenants, name) is not { } page)
            return NotFound();

        try
        {
            await tenants.EditAsync(page.Tenant.Name, form.ToEdit(page.Tenant), cancellationToken);
        }
        catch (TenantRefusedException refused)
        {
            ModelState.AddModelError(refused.Field, words.Say(refused));
            return View(page with { Form = form });
        }

        TempData["Notice"] = texts["Saved."].Value;
        return RedirectToAction(nameof(Index), new { name = page.Tenant.Name });
    }
}
