using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Billing.Data;

namespace SmartTracker.Billing.Closing;

[Admin]
[Route("admin/invoices/close")]
[RequirePermission(BillingPermissions.Issue)]
public sealed class MonthCloseController(MonthCloser closer, CloseWords words, BillingStore store, Tenant issuer, TimeProvider time) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? tenant, string? period, CancellationToken cancellationToken)
    {
        var customers = await store.ListCustomersAsync(cancellationToken);
        var month = Month(period);
        var outcome = tenant is not null && month is { } chosen ? await closer.PreviewAsync(tenant, chosen, cancellationToken) : null;
        return View(new MonthCloseForm(customers, Text(month ?? LastMonth()), tenant, period is not null && month is null, outcome));
    }

    [HttpPost("")]
    public async Task<IActionResult> Issue(string tenant, string period, string fingerprint, CancellationToken cancellationToken)
    {
        if (Month(period) is not { } month || string.IsNullOrEmpty(tenant) || string.IsNullOrEmpty(fingerprint))
            return RedirectToAction(nameof(Index));

        var outcome = await closer.IssueAsync(tenant, month, fingerprint, cancellationToken);
        TempData[outcome is MonthIssued ? "Notice" : "Problem"] = words.Sentence(outcome);
        return outcome is MonthIssued issued
            ? Redirect(Url.Content($"~/admin/invoices/{issued.Invoice.Id}"))
            : RedirectToAction(nameof(Index), new { tenant, period });
    }

    private YearMonth LastMonth() => Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(issuer.TimeZone).Date.ToYearMonth().PlusMonths(-1);

    private static YearMonth? Month(string? text) =>
        text is not null && YearMonthPattern.Iso.Parse(text) is { Success: true } month && month.Value.Year is >= 2000 and < 9000 ? month.Value : null;

    private static string Text(YearMonth month) => month.ToString("uuuu-MM", CultureInfo.InvariantCulture);
}
