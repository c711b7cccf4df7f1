using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Collection.Jobs;

namespace SmartTracker.Collection.Controllers;

/// <summary>What a user wants to see of jobs: columns and named views. Everybody who sees jobs chooses for themselves.</summary>
[Admin]
[Route("admin/print-jobs")]
[RequirePermission(CollectionPermissions.View)]
public sealed class PrintJobChoicesController(JobListSettingsPages pages, JobListChoices choices, IStringLocalizer<Texts> t) : Controller
{
    [HttpGet("columns")]
    public async Task<IActionResult> Columns(CancellationToken cancellationToken) => Form(await pages.GetAsync(cancellationToken));

    [HttpPost("columns")]
    public async Task<IActionResult> Columns(ColumnsForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.IsMove)
            return Form(await pages.MoveAsync(form, cancellationToken));
        await choices.ChooseColumnsAsync(form.Reset ? JobColumns.Default : form.Chosen, cancellationToken);
        TempData["Notice"] = t["Saved."].Value;
        return LocalRedirect("~/admin/print-jobs");
    }

    [HttpPost("views")]
    public async Task<IActionResult> SaveView([FromQuery] PrintJobFilter filter, [FromForm] string? name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (await choices.SaveViewAsync(name, filter, cancellationToken))
            TempData["Notice"] = t["The view is saved and stands above the list."].Value;
        else
            TempData["Problem"] = t["Not saved. A view needs a name of at most {0} characters; remove one if you have very many.", JobListChoices.LongestName].Value;
        return LocalRedirect("~/admin/print-jobs?" + filter.Query);
    }

    [HttpPost("views/{id:guid}/remove")]
    public async Task<IActionResult> RemoveView(Guid id, CancellationToken cancellationToken)
    {
        if (!await choices.RemoveViewAsync(id, cancellationToken))
            return NotFound();
        TempData["Notice"] = t["The view is removed."].Value;
        return LocalRedirect("~/admin/print-jobs/columns");
    }

    // The views of jobs lie together.
    private ViewResult Form(object settings) => View("/Views/PrintJobs/Columns.cshtml", settings);
}
