using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Scheduling.Requests;

namespace SmartTracker.Scheduling.BackgroundJobs;

[Admin, Route("admin/background-jobs")]
public sealed class BackgroundJobsController(BackgroundJobQuery jobs, WorkRequests requests, IStringLocalizer<Texts> text) : Controller
{
    [HttpGet(""), RequirePermission(SchedulingPermissions.Manage)]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(await jobs.ListAsync(cancellationToken));

    [HttpPost("run"), RequirePermission(SchedulingPermissions.Manage)]
    public async Task<IActionResult> Run(string tenant, string work, CancellationToken cancellationToken)
    {
        if (!jobs.MaySee(tenant) || !await requests.RequestAsync(tenant, work, cancellationToken))
            return NotFound();

        TempData["Notice"] = text["It runs as soon as a worker is free."].Value;
        return RedirectToAction(nameof(Index));
    }
}
