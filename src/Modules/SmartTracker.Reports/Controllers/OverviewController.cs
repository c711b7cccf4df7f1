using Microsoft.AspNetCore.Mvc;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Reports.Overview;

namespace SmartTracker.Reports.Controllers;

[Admin]
public sealed class OverviewController(OverviewPages pages) : Controller
{
    [HttpGet("admin"), RequirePermission(ReportPermissions.View)]
    public async Task<IActionResult> Index(OverviewQuery query, CancellationToken cancellationToken)
    {
        var page = await pages.GetAsync(query, cancellationToken);
        return View(page.View, page.Model);
    }
}
