using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Security;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Bills.Data;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Bills.Portal;

/// <summary>Leads from a print job to the bills that it stands on.</summary>
public sealed class BilledJobFacts(
    BillStore bills, IAuthorizationService authorization, IHttpContextAccessor accessor, IStringLocalizer<Texts> texts) : IPrintJobFacts
{
    public async Task<IReadOnlyList<PrintJobFact>> GetAsync(PrintJobId id, CancellationToken cancellationToken)
    {
        if (accessor.HttpContext is not { } context
            || !(await authorization.AuthorizeAsync(context.User, null, new PermissionRequirement(BillsPermissions.View))).Succeeded)
            return [];

        var entries = await bills.EntriesAsync(id, cancellationToken);
        return entries.Count == 0
            ? [new PrintJobFact(texts["Bill"], texts["not billed yet"])]
            : [.. entries.OrderByDescending(entry => entry.Bill.IssuedOn).ThenByDescending(entry => entry.Bill.Number, StringComparer.Ordinal)
                .Select(entry => new PrintJobFact(texts["Bill"], Place(entry.Bill, entry.Job), $"~/bills/{entry.Bill.Id}/jobs/{id}"))];
    }

    private string Place(InvoiceContent bill, BilledJob job) => job.Position == BilledJob.NotCharged
        ? texts["{0}, not charged", bill.Number]
        : texts["{0}, line {1}", bill.Number, job.Position];
}
