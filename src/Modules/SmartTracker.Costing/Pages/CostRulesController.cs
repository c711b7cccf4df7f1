using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Costing.Publishing;

namespace SmartTracker.Costing.Pages;

[Admin]
[Route("admin/cost-rules")]
public sealed class CostRulesController(CostRulePages pages, CostRulePublisher publisher, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet(""), RequirePermission(CostingPermissions.View)]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(await pages.ListAsync(cancellationToken));

    [HttpGet("{id:guid}"), RequirePermission(CostingPermissions.View)]
    public async Task<IActionResult> Detail(Guid id, CancellationToken cancellationToken) =>
        await pages.FindAsync(new CostRuleId(id), cancellationToken) is { } rule ? View(rule) : NotFound();

    [HttpGet("unrated"), RequirePermission(CostingPermissions.View)]
    public async Task<IActionResult> Unrated(int page = 1, CancellationToken cancellationToken = default) =>
        View(await pages.UnratedAsync(page, cancellationToken));

    [HttpGet("new"), RequirePermission(CostingPermissions.Edit)]
    public async Task<IActionResult> New(Guid? from, CancellationToken cancellationToken) =>
        View(await pages.NewFormAsync(from is { } id ? new CostRuleId(id) : null, cancellationToken));

    [HttpPost("new"), RequirePermission(CostingPermissions.Edit)]
    public async Task<IActionResult> New(CostRuleForm form, bool addLines, CancellationToken cancellationToken)
    {
        var read = addLines ? null : await pages.ReadAsync(form, User.Identity?.Name, cancellationToken);
        foreach (var error in read?.Errors ?? [])
            ModelState.AddModelError(error.Field, error.Message);
        if (read?.Rule is not { } rule || !ModelState.IsValid)
            return View(await pages.ShowAgainAsync(form, addLines, cancellationToken));

        var published = await publisher.PublishAsync(rule, cancellationToken);
        TempData["Notice"] = texts["Version {0} is published. Jobs rated again: {1}.", published.Version, published.RatedAgain].Value;
        return LocalRedirect($"~/admin/cost-rules/{published.Id}");
    }
}
