using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Checklists;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Registry;

namespace SmartTracker.Printers.Controllers;

/// <summary>Whether printers can be accounted, point by point, and what to do.</summary>
[Admin]
[Route("admin")]
public sealed class ReadinessController(ReadinessPages pages, ConnectionTester tester, ConnectionTestTexts results, AnswerBook answers, IStringLocalizer<Texts> t) : Controller
{
    [HttpGet("readiness"), RequirePermission(PrinterPermissions.View)]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(await pages.ReportAsync(cancellationToken));

    [HttpGet("printers/{id:guid}/readiness"), RequirePermission(PrinterPermissions.View)]
    public async Task<IActionResult> Details(Guid id, CancellationToken cancellationToken) =>
        await pages.FindAsync(new PrinterId(id), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpPost("printers/{id:guid}/readiness/check"), RequirePermission(PrinterPermissions.Edit)]
    public async Task<IActionResult> Check(Guid id, CancellationToken cancellationToken)
    {
        if (await tester.TestAsync(new PrinterId(id), cancellationToken) is not { } test)
            return NotFound();
        TempData["Notice"] = results.Describe(test);
        return RedirectToAction(nameof(Details), new { id });
    }

    [HttpPost("printers/{id:guid}/readiness/answer"), RequirePermission(PrinterPermissions.Edit)]
    public async Task<IActionResult> Answer(Guid id, PrinterQuestion question, string? answer, CancellationToken cancellationToken)
    {
        if (!await answers.AnswerAsync(new PrinterId(id), question, answer, User.Identity?.Name ?? "", cancellationToken))
            return NotFound();
        TempData["Notice"] = t["Your answer is noted with date and name."].Value;
        return RedirectToAction(nameof(Details), new { id });
    }
}
