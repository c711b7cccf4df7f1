using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Collection.Completeness;
using SmartTracker.Collection.Views.Residuals;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Controllers;

/// <summary>What a printer's counters counted beyond its jobs of a month: maintenance, borne, disputed or charged.</summary>
[Admin]
[Route("admin/collections/completeness/residuals/{printer:guid}")]
public sealed class ResidualsController(ResidualPages pages, ReasonWords reasons, CompletenessPages completeness, ResidualBook book, IStringLocalizer<Texts> t) : Controller
{
    private static readonly Dictionary<string, string> NoFaults = [];

    [HttpGet(""), RequirePermission(CollectionPermissions.View)]
    public Task<IActionResult> Index(Guid printer, ResidualForm form, CancellationToken cancellationToken) => PageAsync(printer, form, NoFaults, cancellationToken);

    [HttpPost(""), RequirePermission(CollectionPermissions.Decide)]
    public async Task<IActionResult> Book(Guid printer, ResidualForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var (booking, faults) = pages.Read(form);
        if (booking is null)
            return await PageAsync(printer, form, faults, cancellationToken);
        var fault = await book.BookAsync(new PrinterId(printer), completeness.Month(form.Month), booking, form.Reason!, User.Identity!.Name!, cancellationToken);
        return fault is { } wrong ? await PageAsync(printer, form, pages.Word(wrong), cancellationToken) : Done(printer, form, t["Your booking is kept with your name."]);
    }

    [HttpPost("charge"), RequirePermission(CollectionPermissions.Decide)]
    public async Task<IActionResult> Charge(Guid printer, ResidualForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (reasons.Fault(form.Reason) is { } unreasoned)
            return await NotChargedAsync(printer, form, unreasoned, cancellationToken);
        var wrong = await book.ChargeAsync(new PrinterId(printer), completeness.Month(form.Month), form.Reason!, User.Identity!.Name!, cancellationToken);
        return wrong is { } fault ? await NotChargedAsync(printer, form, pages.Sentence(fault), cancellationToken) : Done(printer, form, t["It stands among the jobs now."]);
    }

    [HttpPost("{id:guid}/withdraw"), RequirePermission(CollectionPermissions.Decide)]
    public async Task<IActionResult> Withdraw(Guid printer, Guid id, ResidualForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        return await book.WithdrawAsync(id, User.Identity!.Name!, cancellationToken) ? Done(printer, form, t["The booking is taken back."]) : NotFound();
    }

    private Task<IActionResult> NotChargedAsync(Guid printer, ResidualForm form, string why, CancellationToken cancellationToken) =>
        PageAsync(printer, form with { Reason = null }, new Dictionary<string, string> { ["charge"] = why }, cancellationToken);

    private async Task<IActionResult> PageAsync(Guid printer, ResidualForm form, IReadOnlyDictionary<string, string> faults, CancellationToken cancellationToken) =>
        await pages.FindAsync(new PrinterId(printer), form, faults, cancellationToken) is { } page ? View("Index", page) : NotFound();

    private LocalRedirectResult Done(Guid printer, ResidualForm form, string notice)
    {
        TempData["Notice"] = notice;
        return LocalRedirect($"~/admin/collections/completeness/residuals/{printer}?month={Jobs.PrintJobFilter.Text(completeness.Month(form.Month))}");
    }
}
