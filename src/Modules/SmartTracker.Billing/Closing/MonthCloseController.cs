using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Billing.Data;
using SmartTracker.Billing.Domain;

namespace SmartTracker.Billing.Closing;

[Admin]
[Route("admin/invoices/close")]
[RequirePermission(BillingPermissions.Issue)]
public sealed class MonthCloseController(
    MonthCloser closer, CloseWords words, BillingStore store, ITenants tenants, Tenant issuer, TimeProvider time, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? tenant, string? period, CancellationToken cancellationToken)
    {
        var customers = await store.ListCustomersAsync(cancellationToken);
        var month = Month(period);
        var outcome = tenant is not null && month is { } chosen ? await closer.PreviewAsync(tenant, chosen, cancellationToken) : null;
        var address = tenant is null ? null : tenants.AddressOf(tenant);
        return View(new MonthCloseForm(customers, Text(month ?? LastMonth()), tenant, period is not null && month is null, outcome, address));
    }

    [HttpPost("")]
    public async Task<IActionResult> Issue(MonthConfirmation confirmed, CancellationToken cancellationToken)
    {
        if (Month(confirmed.Period) is not { } month || confirmed is not { Tenant.Length: > 0, Fingerprint.Length: > 0 })
            return RedirectToAction(nameof(Index));
        if (confirmed.Reason?.Trim().Length > CloseAnyway.LongestReason)
            return Back(confirmed, texts["The reason is too long. Say it in {0} characters.", CloseAnyway.LongestReason]);

        var outcome = await closer.IssueAsync(confirmed.Tenant, month, confirmed.Fingerprint, cancellationToken, Anyway(confirmed.Reason));
        if (outcome is not MonthIssued issued)
            return Back(confirmed, words.Sentence(outcome));
        TempData["Notice"] = words.Sentence(outcome);
        return Redirect(Url.Content($"~/admin/invoices/{issued.Invoice.Id}"));
    }

    private RedirectToActionResult Back(MonthConfirmation confirmed, string problem)
    {
        TempData["Problem"] = problem;
        return RedirectToAction(nameof(Index), new { confirmed.Tenant, confirmed.Period });
    }

    private CloseAnyway? Anyway(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? null : new CloseAnyway(reason, User.Identity?.Name ?? issuer.SiteName, time.Now());

    private YearMonth LastMonth() => time.Now().InZone(issuer.TimeZone).Date.ToYearMonth().PlusMonths(-1);

    private static YearMonth? Month(string? text) =>
        text is not null && YearMonthPattern.Iso.Parse(text) is { Success: true } month && month.Value.Year is >= 2000 and < 9000 ? month.Value : null;

    private static string Text(YearMonth month) => month.ToString("uuuu-MM", CultureInfo.InvariantCulture);
}
