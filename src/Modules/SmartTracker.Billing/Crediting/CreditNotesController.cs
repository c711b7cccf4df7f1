using Microsoft.AspNetCore.Mvc;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Data;

namespace SmartTracker.Billing.Crediting;

[Admin]
[Route("admin/invoices/{id:guid}/credit")]
[RequirePermission(BillingPermissions.Credit)]
public sealed class CreditNotesController(InvoiceCreditor creditor, CreditWords words, BillingStore store) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(Guid id, CancellationToken cancellationToken) =>
        await store.FindAsync(new InvoiceId(id), cancellationToken) is { Kind: DocumentKind.Invoice } invoice
            ? View(new CreditForm(invoice, await store.FindCancellationAsync(invoice.Id, cancellationToken), "", null))
            : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Credit(Guid id, string? reason, CancellationToken cancellationToken)
    {
        var outcome = await creditor.CreditAsync(new InvoiceId(id), reason ?? "", cancellationToken);
        if (outcome is CreditRefused)
        {
            return await store.FindAsync(new InvoiceId(id), cancellationToken) is { Kind: DocumentKind.Invoice } invoice
                ? View(nameof(New), new CreditForm(invoice, null, reason ?? "", words.Sentence(outcome)))
                : NotFound();
        }

        TempData["Notice"] = words.Sentence(outcome);
        return Redirect(Url.Content($"~/admin/invoices/{(outcome as CreditIssued)?.CreditNote.Id ?? ((CreditedBefore)outcome).CreditNote.Id}"));
    }
}

/// <summary>What cancelling an invoice does, and why it is done.</summary>
/// <param name="CreditNote">The one that cancels it already, or null.</param>
public sealed record CreditForm(InvoiceContent Invoice, InvoiceContent? CreditNote, string Reason, string? Problem)
{
    public int Jobs => Invoice.Jobs.Count;
}
