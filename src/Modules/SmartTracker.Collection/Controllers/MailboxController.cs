using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Collection.Mailbox;

namespace SmartTracker.Collection.Controllers;

/// <summary>The mailbox to which printers send their accounting files.</summary>
[Admin]
[Route("admin/imports/mailbox")]
[RequirePermission(CollectionPermissions.Import)]
public sealed class MailboxController(MailboxPages pages, MailboxReader reader, IStringLocalizer<Texts> t) : Controller
{
    private const string Home = "~/admin/imports/mailbox";

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(await pages.GetAsync(null, [], cancellationToken));

    [HttpPost("")]
    public async Task<IActionResult> Save(MailboxForm form, CancellationToken cancellationToken)
    {
        var problems = await pages.SaveAsync(form, cancellationToken);
        if (problems.Count > 0)
            return View(nameof(Index), await pages.GetAsync(form, problems, cancellationToken));
        TempData["Notice"] = t["Saved."].Value;
        return LocalRedirect(Home);
    }

    [HttpPost("rules")]
    public async Task<IActionResult> AddRule(MailboxRuleForm form, CancellationToken cancellationToken)
    {
        if (await pages.AddRuleAsync(form, cancellationToken) is { } problem)
            TempData["Problem"] = problem;
        else
            TempData["Notice"] = t["The rule is added. Messages that were set aside before wait until you look again."].Value;
        return LocalRedirect(Home);
    }

    [HttpPost("rules/{id:guid}/remove")]
    public async Task<IActionResult> RemoveRule(Guid id, CancellationToken cancellationToken)
    {
        if (!await pages.RemoveRuleAsync(id, cancellationToken))
            return NotFound();
        TempData["Notice"] = t["The rule is removed."].Value;
        return LocalRedirect(Home);
    }

    [HttpPost("again")]
    public async Task<IActionResult> Again(CancellationToken cancellationToken)
    {
        TempData["Notice"] = t["Messages that are looked at again with the next visit: {0}.", await pages.ForgetUnreadAsync(cancellationToken)].Value;
        return LocalRedirect(Home);
    }

    [HttpPost("read")]
    public async Task<IActionResult> Read(CancellationToken cancellationToken)
    {
        var visit = await reader.ReadAsync(cancellationToken);
        if (visit is null)
            TempData["Problem"] = t["The mailbox is switched off."].Value;
        else if (visit.Problem is null)
            TempData["Notice"] = t["New messages: {0}.", visit.Looked].Value;
        // Else the page says what is wrong.
        return LocalRedirect(Home);
    }
}
